package io.trainyard.store;

/** How this room words a refusal: what was asked, why it cannot be, what to do instead, where to read on. */
final class Explanation {

    private Explanation() {}

    static String of(String what, String why, String fix, String more) {
        return what + "\n    why:  " + why + "\n    fix:  " + fix + "\n    more: " + more;
    }
}
