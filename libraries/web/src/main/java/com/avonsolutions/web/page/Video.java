package com.avonsolutions.web.page;

import java.util.Optional;

/**
 * The home page's video. Nothing is loaded from its provider before the visitor presses play.
 *
 * @param embedOrigin origin of the player, for the content security policy
 * @param embedUrl address of the player
 * @param watchUrl address of the video's own page, for browsers without JavaScript
 * @param thumbnailUrl a still image at the provider, for search engines only
 * @param uploaded ISO day, where known
 * @param sample true on a developer's machine without a real video
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
