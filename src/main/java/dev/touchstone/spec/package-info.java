/**
 * A study's spec file as text with places: YAML read as data only, each value with its line and key, and the
 * problems found in it. Floor 0, on {@code base}; it knows no section's meaning, each section is
 * read by the package it belongs to.
 */
@NullMarked
package dev.touchstone.spec;

import org.jspecify.annotations.NullMarked;
