package muster.feed.nems;

import java.time.LocalDate;
import java.util.Set;

/**
 * Bounds and code lists the parser works with; their values and sources stand in {@code config/feeds/nems_limits.yaml}.
 *
 * @param maximumMessageBytes a larger payload is XML_TOO_LARGE
 * @param maximumDepth deepest nesting of elements; deeper is LIMIT_EXCEEDED
 * @param maximumElements most elements of a message; more is LIMIT_EXCEEDED
 * @param maximumFieldCharacters longest attribute value; longer is LIMIT_EXCEEDED
 * @param resourceTypes names of the resources of FHIR STU3; a message with another is no FHIR: XML_INVALID
 * @param minimumBirthWeightGrams lightest plausible birth weight; below it BIRTH_WEIGHT_RANGE
 * @param maximumBirthWeightGrams heaviest plausible birth weight; above it BIRTH_WEIGHT_RANGE
 * @param pdsLifecycles message event types a PDS event may carry
 * @param agencyLifecycles message event types an agency's event may carry
 * @param ownEndpoints {@code source.endpoint} of this service: its own events come back and are ignored
 * @param unhandledEvents event codes recognised and left alone
 * @param oldDialectEvents event codes of the dialect before the present one
 * @param restrictedCodes confidentiality codes that mark a restricted record
 * @param restrictedPostcodes pseudo-postcodes that mark a restricted record
 * @param sentinelDates dates that mean "not known"
 */
public record ParserLimits(
        int maximumMessageBytes,
        int maximumDepth,
        int maximumElements,
        int maximumFieldCharacters,
        Set<String> resourceTypes,
        int minimumBirthWeightGrams,
        int maximumBirthWeightGrams,
        Set<String> pdsLifecycles,
        Set<String> agencyLifecycles,
        Set<String> ownEndpoints,
        Set<String> unhandledEvents,
        Set<String> oldDialectEvents,
        Set<String> restrictedCodes,
        Set<String> restrictedPostcodes,
        Set<LocalDate> sentinelDates) {

    public ParserLimits {
        resourceTypes = Set.copyOf(resourceTypes);
        pdsLifecycles = Set.copyOf(pdsLifecycles);
        agencyLifecycles = Set.copyOf(agencyLifecycles);
        ownEndpoints = Set.copyOf(ownEndpoints);
        unhandledEvents = Set.copyOf(unhandledEvents);
        oldDialectEvents = Set.copyOf(oldDialectEvents);
        restrictedCodes = Set.copyOf(restrictedCodes);
        restrictedPostcodes = Set.copyOf(restrictedPostcodes);
        sentinelDates = Set.copyOf(sentinelDates);
    }
}
