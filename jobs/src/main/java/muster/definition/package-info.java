/**
 * What is true, read from {@code config/}: exception types, measures, the pathway, code lists, settings,
 * outputs and wording. {@link muster.definition.DefinitionLoader} reads and checks all of it before anything else
 * happens; {@link muster.definition.DefinitionStore} puts it where the SQL can join it ({@code definition.*}).
 */
package muster.definition;
