package com.avonsolutions.aws.broken;

/** Breaks the rule of ArchitectureTest for adapters: public, of no domain interface, misnamed. */
public final class NotesStore {}
