/**
 * The HTML report as a page: one small view record for each section, made from the facts in {@code report}, beside
 * the templates, styles and scripts that show it. Templates only lay out; what is told is decided here. Floor 10.
 */
@NullMarked
package dev.touchstone.report.html;

import org.jspecify.annotations.NullMarked;
