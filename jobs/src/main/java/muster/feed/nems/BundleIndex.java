package muster.feed.nems;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The resources of one message by reference, resolved as leniently as feeds.md 3.3 asks. */
final class BundleIndex {

    private static final String UUID_PREFIX = "urn:uuid:";
    private static final String ORGANIZATION = "Organization";
    private static final String LOCATION = "Location";
    private static final Pattern DIRECTORY_URL = Pattern.compile("https?://.+/Organization/[^/?#]+/?(?:[?#].*)?");
    private static final Pattern ODS_CODE = Pattern.compile("[A-Z0-9]{2,12}");
    private static final Set<String> ODS_SYSTEMS = Set.of("ods-organization-code", "ods-site-code");

    private final List<Node> resources = new ArrayList<>();
    private final Map<String, List<Node>> byFullUrl = new HashMap<>();
    private final Map<String, List<Node>> byId = new HashMap<>();

    BundleIndex(Node bundle) {
        for (Node entry : bundle.all("entry")) {
            for (Node resource : entry.child("resource").children()) {
                resources.add(resource);
                put(byFullUrl, entry.text("fullUrl"), resource);
                put(byId, Text.lastSegment(resource.text("id")), resource);
            }
        }
    }

    private static void put(Map<String, List<Node>> map, String key, Node resource) {
        if (key != null && !key.isEmpty()) {
            map.computeIfAbsent(normal(key), unused -> new ArrayList<>(1)).add(resource);
        }
    }

    /** The resources of a type. */
    List<Node> all(String type) {
        return of(resources, type);
    }

    /** The only resource of a type in the message; absent where there is none or more than one. */
    Node only(String type) {
        return single(all(type));
    }

    /** The resource a reference means; absent where none or, so that nobody is picked by chance, several answer. */
    Node resolve(Node reference, String type) {
        String target = reference.text("reference");
        if (target == null) {
            return Node.NONE;
        }
        List<Node> found = of(byFullUrl.getOrDefault(normal(target), List.of()), type);
        if (found.isEmpty()) {
            found = of(byId.getOrDefault(normal(Text.lastSegment(target)), List.of()), type);
        }
        return single(found);
    }

    /** The ODS code an organisation reference leads to: bundled resource, logical identifier or directory URL. */
    String organisationCode(Node reference) {
        Node bundled = resolve(reference, ORGANIZATION);
        if (bundled.isPresent()) {
            return odsCode(bundled.all("identifier"));
        }
        String target = reference.text("reference");
        if (target != null && DIRECTORY_URL.matcher(target).matches()) {
            return validCode(Text.lastSegment(target));
        }
        return validCode(reference.child("identifier").text("value"));
    }

    /** The ODS site code that a location reference leads to; null where there is none. */
    String siteCode(Node reference) {
        return odsCode(resolve(reference, LOCATION).all("identifier"));
    }

    private static String odsCode(List<Node> identifiers) {
        return identifiers.stream()
                .filter(identifier -> ODS_SYSTEMS.contains(Text.lastSegment(identifier.text("system"))))
                .map(identifier -> validCode(identifier.text("value")))
                .filter(code -> code != null)
                .findFirst()
                .orElse(null);
    }

    private static String validCode(String text) {
        Matcher matcher = ODS_CODE.matcher(text == null ? "" : text.toUpperCase(Locale.ROOT));
        return matcher.matches() ? matcher.group() : null;
    }

    private static String normal(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        return lower.startsWith(UUID_PREFIX) ? lower.substring(UUID_PREFIX.length()) : lower;
    }

    private static List<Node> of(List<Node> candidates, String type) {
        List<Node> found = new ArrayList<>(candidates.size());
        for (Node candidate : candidates) {
            if (candidate.name().equals(type)) {
                found.add(candidate);
            }
        }
        return found;
    }

    private static Node single(List<Node> found) {
        return found.size() == 1 ? found.get(0) : Node.NONE;
    }
}
