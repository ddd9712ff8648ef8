/**
 * What a study looks like: the HTML report and the JSON document, pure functions of store and ledger. Floor 10.
 */
@NullMarked
package dev.touchstone.report;

import org.jspecify.annotations.NullMarked;
