package muster.feed.nems;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.dstu3.model.Bundle;
import org.hl7.fhir.dstu3.model.Identifier;
import org.hl7.fhir.dstu3.model.Organization;
import org.hl7.fhir.dstu3.model.Reference;
import org.hl7.fhir.dstu3.model.Resource;

/** The resources of one message by reference, resolved as leniently as feeds.md 3.3 asks. */
final class BundleIndex {

    private static final String UUID_PREFIX = "urn:uuid:";
    private static final Pattern DIRECTORY_URL = Pattern.compile("https?://.+/Organization/[^/?#]+/?(?:[?#].*)?");
    private static final Pattern ODS_CODE = Pattern.compile("[A-Z0-9]{2,12}");
    private static final Set<String> ODS_SYSTEMS = Set.of("ods-organization-code", "ods-site-code");

    private final List<Resource> resources = new ArrayList<>();
    private final Map<String, List<Resource>> byFullUrl = new HashMap<>();
    private final Map<String, List<Resource>> byId = new HashMap<>();

    BundleIndex(Bundle bundle) {
        for (Bundle.BundleEntryComponent entry : bundle.getEntry()) {
            if (entry.getResource() != null) {
                add(entry.getFullUrl(), entry.getResource());
            }
        }
    }

    private void add(String fullUrl, Resource resource) {
        resources.add(resource);
        put(byFullUrl, fullUrl, resource);
        put(byId, resource.getIdElement().getIdPart(), resource);
    }

    private static void put(Map<String, List<Resource>> map, String key, Resource resource) {
        if (Text.clean(key) != null) {
            map.computeIfAbsent(normal(key), unused -> new ArrayList<>()).add(resource);
        }
    }

    <T extends Resource> List<T> all(Class<T> type) {
        return of(resources, type);
    }

    /** The only resource of a type in the message; null where there is none or more than one. */
    <T extends Resource> T only(Class<T> type) {
        return single(all(type));
    }

    /** The resource a reference means; null where none or, so that nobody is picked by chance, several answer. */
    <T extends Resource> T resolve(Reference reference, Class<T> type) {
        String target = reference == null ? null : Text.clean(reference.getReference());
        if (target == null) {
            return null;
        }
        List<T> found = of(byFullUrl.getOrDefault(normal(target), List.of()), type);
        if (found.isEmpty()) {
            found = of(byId.getOrDefault(normal(Text.lastSegment(target)), List.of()), type);
        }
        return single(found);
    }

    /** The ODS code an organisation reference leads to: bundled resource, logical identifier or directory URL. */
    String organisationCode(Reference reference) {
        Organization bundled = resolve(reference, Organization.class);
        if (bundled != null) {
            return odsCode(bundled.getIdentifier());
        }
        if (reference == null) {
            return null;
        }
        String target = Text.clean(reference.getReference());
        if (target != null && DIRECTORY_URL.matcher(target).matches()) {
            return validCode(Text.lastSegment(target));
        }
        return reference.hasIdentifier() ? validCode(reference.getIdentifier().getValue()) : null;
    }

    private static String odsCode(List<Identifier> identifiers) {
        return identifiers.stream()
                .filter(identifier -> ODS_SYSTEMS.contains(Text.lastSegment(identifier.getSystem())))
                .map(identifier -> validCode(identifier.getValue()))
                .filter(code -> code != null)
                .findFirst()
                .orElse(null);
    }

    private static String validCode(String text) {
        String cleaned = Text.clean(text);
        Matcher matcher = ODS_CODE.matcher(cleaned == null ? "" : cleaned.toUpperCase(Locale.ROOT));
        return matcher.matches() ? matcher.group() : null;
    }

    private static String normal(String key) {
        String lower = Text.clean(key).toLowerCase(Locale.ROOT);
        return lower.startsWith(UUID_PREFIX) ? lower.substring(UUID_PREFIX.length()) : lower;
    }

    private static <T extends Resource> List<T> of(List<Resource> candidates, Class<T> type) {
        Set<Resource> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return candidates.stream()
                .filter(type::isInstance)
                .filter(seen::add)
                .map(type::cast)
                .toList();
    }

    private static <T> T single(List<T> found) {
        return found.size() == 1 ? found.get(0) : null;
    }
}
