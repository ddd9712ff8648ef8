/**
 * Findings: diagnosed facts about a trial, each with evidence, likely cause and remedy. Floor 4.
 */
@NullMarked
package dev.touchstone.diagnosis;

import org.jspecify.annotations.NullMarked;
