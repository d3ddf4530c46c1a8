package dev.outsole.history;

import java.util.List;

/**
 * Nights that a detector's figures are compared with.
 *
 * @param nights the last ones on the same basis, the earliest first
 * @param needed how many of them must have a figure for it to be compared, at least 1
 */
record Window(List<Night> nights, int needed) {

    Window {
        nights = List.copyOf(nights);
    }

    boolean isEnough() {
        return nights.size() >= needed;
    }
}
