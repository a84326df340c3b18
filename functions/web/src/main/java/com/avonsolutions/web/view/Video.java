package com.avonsolutions.web.view;

import java.util.Optional;

/**
 * The home page's video, which loads nothing from its provider before the visitor presses play.
 *
 * @param embedUrl address of the player
 * @param watchUrl address of the video's own page, for browsers without JavaScript
 * @param uploaded ISO day, where known
 * @param sample true on a developer's machine, where no real video is set
 */
public record Video(
    String title,
    String description,
    String embedUrl,
    String watchUrl,
    Optional<String> uploaded,
    boolean sample) {}
