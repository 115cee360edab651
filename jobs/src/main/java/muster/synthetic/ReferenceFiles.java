package muster.synthetic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import muster.synthetic.Geography.Authority;
import muster.synthetic.Geography.Body;
import muster.synthetic.Geography.District;
import muster.synthetic.Geography.Place;
import muster.synthetic.Geography.Practice;

/** The reference sets in the layouts users have ({@code contract.md} 2, {@code feeds.md} 10), so that real files drop in unchanged. */
final class ReferenceFiles {
    private static final String ENGLAND = "E92000001";
    private static final String SINCE = "2022-07-01";
    private static final String LA_HEADER =
            "local-authority-code,official-name,nice-name,gss-code,start-date,end-date,replaced-by,nation,region,"
                    + "local-authority-type,local-authority-type-name,county-la,combined-authority,alt-names,former-gss-codes,notes,"
                    + "current-authority,BS-6879,ecode,even-older-register-and-code,gov-uk-slug,area,pop-2020,x,y,lat,long,powers,"
                    + "lower-or-unitary,mapit-area-code,ofcom,old-ons-la-code,old-register-and-code,open-council-data-id,os-file,os,"
                    + "snac,wdtk-id";
    private static final int LA_COLUMNS = LA_HEADER.split(",").length;
    private static final int LA_CURRENT = 16;
    private static final int LA_LOWER_OR_UNITARY = 28;

    private final Path folder;
    private final Geography geography;

    ReferenceFiles(Path folder, Geography geography) {
        this.folder = folder;
        this.geography = geography;
    }

    void write(ConfigFiles config) throws IOException {
        Files.createDirectories(folder);
        practices();
        postcodes();
        icbLookup();
        authorities();
        deprivation();
        networks();
        commissions();
        organisations();
        put("bank_holiday.csv", config.text("bank_holiday.csv").lines().toList());
    }

    /** epraccur: 27 columns, all quoted, no header. One practice is closed, and one row is a prescriber that is no practice. */
    private void practices() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Practice practice : geography.practices) {
            lines.add(epraccur(practice.code(), practice.name(), practice, practice.open(), "4"));
        }
        lines.add(epraccur("P99998", "Community Prescribing Team", geography.practices.get(0), true, "8"));
        put("epraccur.csv", lines);
    }

    private String epraccur(String code, String name, Practice practice, boolean open, String setting) {
        Authority authority = practice.authority();
        String commissioner = authority.subIcb();
        String[] cells = {
            code,
            name.toUpperCase(Locale.ROOT),
            geography.region.code(),
            geography.icbOf(authority).code(),
            name.toUpperCase(Locale.ROOT),
            "1 HIGH STREET",
            authority.town().toUpperCase(Locale.ROOT),
            "",
            "",
            practice.place().postcode(),
            "19740401",
            open ? "" : "20200331",
            open ? "A" : "C",
            "B",
            commissioner,
            "20220701",
            "",
            "01234 567890",
            "",
            "",
            "",
            "0",
            "",
            commissioner,
            "",
            setting,
            ""
        };
        return java.util.Arrays.stream(cells).map(cell -> '"' + cell + '"').collect(Collectors.joining(","));
    }

    /** ONSPD by header name; health areas as GSS codes, which the look-up maps. */
    private void postcodes() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("pcd,pcds,dointr,doterm,oscty,oslaua,rgn,ctry,icb,sicbl,lsoa11,lsoa21,imd");
        for (Place place : geography.places) {
            Authority authority = place.authority();
            boolean county = authority.county();
            lines.add(String.join(
                    ",",
                    place.postcode().replace(" ", place.postcode().length() == 8 ? "" : " "),
                    place.postcode(),
                    "199801",
                    "",
                    county ? authority.gss() : "E99999999",
                    place.district().gss(),
                    geography.region.gss(),
                    ENGLAND,
                    geography.icbOf(authority).gss(),
                    geography.subIcb(authority.subIcb()).gss(),
                    place.lsoa(),
                    place.lsoa(),
                    Integer.toString(place.decile() * 3_000)));
        }
        put("onspd.csv", lines);
    }

    private void icbLookup() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("SICBL26CD,SICBL26CDH,SICBL26NM,ICB26CD,ICB26CDH,ICB26NM,NHSER26CD,NHSER26CDH,NHSER26NM");
        Body region = geography.region;
        for (Body sub : geography.subIcbs) {
            Body icb = geography.icbs.stream()
                    .filter(body -> body.code().equals(sub.parent()))
                    .findFirst()
                    .orElseThrow();
            lines.add(String.join(
                    ",",
                    sub.gss(),
                    sub.code(),
                    sub.name(),
                    icb.gss(),
                    icb.code(),
                    icb.name(),
                    region.gss(),
                    region.code(),
                    region.name()));
        }
        put("icb_lookup.csv", lines);
    }

    private void authorities() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(LA_HEADER);
        for (Authority authority : geography.authorities) {
            boolean county = authority.county();
            lines.add(authority(
                    authority.registry(),
                    authority.name(),
                    authority.gss(),
                    authority.type(),
                    authority.typeName(),
                    "",
                    !county));
            for (District district : county ? authority.districts() : List.<District>of()) {
                lines.add(authority(
                        district.registry(),
                        district.name(),
                        district.gss(),
                        "NMD",
                        "Non-metropolitan district",
                        authority.registry(),
                        true));
            }
        }
        put("local_authorities.csv", lines);
    }

    private String authority(
            String registry, String name, String gss, String type, String typeName, String county, boolean lower) {
        String[] cells = new String[LA_COLUMNS];
        java.util.Arrays.fill(cells, "");
        List<String> first = List.of(
                registry,
                name + " Council",
                name,
                gss,
                "",
                "",
                "",
                "England",
                geography.region.name(),
                type,
                typeName,
                county);
        for (int i = 0; i < first.size(); i++) {
            cells[i] = first.get(i);
        }
        cells[LA_CURRENT] = "True";
        cells[LA_LOWER_OR_UNITARY] = lower ? "True" : "False";
        return String.join(",", cells);
    }

    /** One edition on 2011 areas and one on 2021 areas; the areas here have one code for both. */
    private void deprivation() throws IOException {
        TreeMap<String, Integer> deciles = new TreeMap<>();
        geography.places.forEach(place -> deciles.put(place.lsoa(), place.decile()));
        for (String[] edition : new String[][] {{"lsoa11cd", "imd2019"}, {"lsoa21cd", "imd2025"}}) {
            List<String> lines = new ArrayList<>();
            lines.add("%s,%s_score,%s_decile".formatted(edition[0], edition[1], edition[1]));
            deciles.forEach((lsoa, decile) -> lines.add("%s,%d.5,%d".formatted(lsoa, 95 - decile * 9, decile)));
            put(edition[1] + ".csv", lines);
        }
    }

    private void networks() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("PRACTICE_CODE,PCN_CODE,PCN_NAME,VALID_FROM,VALID_TO");
        for (Practice practice : geography.practices) {
            if (practice.open()) {
                lines.add(String.join(",", practice.code(), practice.pcn(), networkName(practice), SINCE, ""));
            }
        }
        put("pcn_membership.csv", lines);
    }

    private static String networkName(Practice practice) {
        return practice.authority().name() + " PCN " + practice.pcn().substring(4);
    }

    private void commissions() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("SERVICE_CODE,AREA_TYPE,AREA_CODE,ORGANISATION_CODE,ORGANISATION_NAME,VALID_FROM,VALID_TO");
        Body school = geography.schoolImmunisation;
        for (Authority authority : geography.authorities) {
            lines.add(String.join(",", "HV", "LA", authority.gss(), authority.hv(), authority.hvName(), SINCE, ""));
            lines.add(commission("SAIS", authority, school));
            lines.add(commission("NBSLAB", authority, geography.laboratory));
            lines.add(commission("MAT", authority, geography.maternity));
            lines.add(commission("NHSP", authority, geography.maternity));
        }
        for (Geography.Chis chis : geography.chis.values()) {
            chis.footprint()
                    .forEach(area -> lines.add(
                            String.join(",", "CHIS", area.type(), area.code(), chis.code(), chis.name(), SINCE, "")));
        }
        put("service_commission.csv", lines);
    }

    private static String commission(String service, Authority authority, Body provider) {
        return String.join(",", service, "LA", authority.gss(), provider.code(), provider.name(), SINCE, "");
    }

    private void organisations() throws IOException {
        Set<String> lines = new LinkedHashSet<>();
        lines.add("ORGANISATION_CODE,NAME,ROLE,PARENT_CODE,VALID_FROM,VALID_TO");
        add(lines, geography.region, "REGION");
        geography.icbs.forEach(body -> add(lines, body, "ICB"));
        geography.subIcbs.forEach(body -> add(lines, body, "SICBL"));
        for (Authority authority : geography.authorities) {
            lines.add(String.join(",", authority.gss(), authority.name(), "LA", geography.region.code(), SINCE, ""));
            lines.add(String.join(",", authority.hv(), authority.hvName(), "HV", authority.gss(), SINCE, ""));
        }
        geography
                .chis
                .values()
                .forEach(chis -> lines.add(String.join(",", chis.code(), chis.name(), "CHIS", "", SINCE, "")));
        add(lines, geography.schoolImmunisation, "SAIS");
        add(lines, geography.laboratory, "NBSLAB");
        add(lines, geography.maternity, "MAT");
        for (Practice practice : geography.practices) {
            if (practice.open()) {
                lines.add(String.join(
                        ",",
                        practice.pcn(),
                        networkName(practice),
                        "PCN",
                        practice.authority().subIcb(),
                        SINCE,
                        ""));
            }
        }
        put("organisation.csv", lines);
    }

    private static void add(Set<String> lines, Body body, String role) {
        lines.add(String.join(
                ",", body.code(), body.name(), role, body.parent() == null ? "" : body.parent(), SINCE, ""));
    }

    private void put(String name, Iterable<String> lines) throws IOException {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        Files.writeString(folder.resolve(name), text);
    }
}
