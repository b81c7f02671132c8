package dev.sluice.store;

import java.util.List;

/**
 * A part of a list.
 *
 * @param total how many there are on all pages
 * @param page counted from 0
 * @param size how many a page holds at most
 */
public record Page<T>(List<T> items, long total, int page, int size) {}
