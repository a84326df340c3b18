package com.avonsolutions.web.page;

import java.util.Optional;

/**
 * The home page's video, which loads nothing from its provider before the visitor presses play.
 *
 * @param embedOrigin where the player comes from, as a content security policy names it
 * @param embedUrl address of the player
 * @param watchUrl address of the video's own page, for browsers without JavaScript
 * @param thumbnailUrl a still picture at the provider, named to search engines and never loaded
 * @param uploaded ISO day, where known
 * @param sample true on a developer's machine, where no real video is set
 */
public record Video(
    String title,
    String description,
    String embedOrigin,
    String embedUrl,
    String watchUrl,
    Optional<String> thumbnailUrl,
    Optional<String> uploaded,
    boolean sample) {}
