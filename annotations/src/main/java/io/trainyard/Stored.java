package io.trainyard;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A field that lives in the object store: restored at deployment, replaced and saved after every training that fills
 * it. The field is neither private nor static nor final, and of a reference type; {@code null} means that there is no
 * model yet.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Stored {

    /**
     * The key in the object store, for example {@code sunday-trend/line}: one or more segments divided by {@code /},
     * each of letters, digits, {@code -}, {@code _}, {@code .}, {@code =}, {@code #}, {@code $}, {@code +}, {@code @},
     * {@code ,} or a space, not starting or ending with a dot or a space, at most 100 characters long and
     * no device name of Windows such as {@code nul}; at most 200 characters in all.
     */
    String value();

    /** How the value is written. */
    Format format() default Format.AUTO;

    /**
     * The age from which a model counts as stale, an ISO 8601 duration such as {@code P14D}, on the market clock from the
     * end of its training; it goes on serving, and the guard, listeners and reports say so. Empty: never.
     */
    String maxAge() default "";

    /**
     * The age from which a model is not used any more, an ISO 8601 duration, at least {@link #maxAge}: handlers that need
     * it are not called until a newer one is in place. Empty: never.
     */
    String expiresAfter() default "";

    /**
     * Whether a live strategy puts in place what other processes commit under this key, between two events. If not it
     * reads the store once, at deployment.
     */
    boolean refresh() default false;

    /** Which models may take the place of the one that serves, one at most; none: every one that a training returns. */
    Gate[] gate() default {};
}
