package dev.outsole.history;

/** A night as the history keeps it. */
public record JudgedNight(Night night, Judgement judgement) {}
