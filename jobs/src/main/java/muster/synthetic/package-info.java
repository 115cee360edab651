/**
 * The synthesiser: an invented population in the real feed formats, with named faults and an answer key.
 *
 * <p>The way through it: {@link muster.synthetic.Synthesiser} goes through the nights; {@link muster.synthetic.Cast} says which
 * child plays which story; {@link muster.synthetic.People} makes the child from the seed; {@link muster.synthetic.Stage} tells
 * what every register says of the child on a night and what a night must conclude; the {@code *File} classes write that down.
 * Nothing is kept but the cast: each child is made anew from (seed, index), so memory does not grow with the population.
 */
package muster.synthetic;
