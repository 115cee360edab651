/**
 * An independent reader of the register feeds, extracts and doses, written from the feed reference and the rulings alone: plain Java over
 * lists, slow and obvious, importing nothing of the program's (a test enforces it). What it says of each file, each line
 * and each register is what the program must say.
 */
package muster.acceptance.slow;
