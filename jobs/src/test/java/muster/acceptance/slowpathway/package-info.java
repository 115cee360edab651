/**
 * An independent evaluator of the pathway, written from the domain's pathway reference and the rulings alone: plain Java
 * over lists, slow and obvious, importing nothing of the program's (a test enforces it). What it says of a child on a day
 * is what the program must say. Ages and dates are typed in here once more, from the texts, on purpose.
 */
package muster.acceptance.slowpathway;
