package io.trainyard;

/** What becomes of a training that is due when its budget does not afford it. */
public enum Unaffordable {
    /** It is not run; the model in place goes on serving. */
    DENY,
    /** It is run at the first instant at which the budget affords it. */
    DEFER,
    /** It is run at once with what is left of the budget as its limit, unless that is less than a tenth of its own. */
    SHORTEN
}
