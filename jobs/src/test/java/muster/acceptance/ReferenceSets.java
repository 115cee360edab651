package muster.acceptance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An invented country in the real reference layouts. Aldermere (A) and Brackwater (B) are served by the child health
 * services RCA and RCB; Coldharbour (C) is a district of a county that nobody in the test serves.
 */
final class ReferenceSets {

    static final String A = "AX1 1AA";
    static final String B = "BX1 1BB";
    static final String C = "CX1 1CC";
    static final String LA_A = "E06800001";
    static final String LA_B = "E08800002";
    static final String LA_C = "E10800003";
    static final String PRACTICE_A = "A80001";
    static final String PRACTICE_A2 = "A80002";
    static final String PRACTICE_B = "B80001";
    static final String PRACTICE_C = "C80001";

    private ReferenceSets() {}

    static List<Dropped> all() {
        return List.of(
                practices(),
                postcodes(),
                icbs(),
                authorities(),
                deprivation(),
                commissions(),
                organisations(),
                networks(),
                holidays());
    }

    static void into(Path home) {
        all().forEach(file -> file.into(home));
    }

    static Dropped practices() {
        return reference(
                "epraccur_invented.csv",
                practice(PRACTICE_A, "ALDER SURGERY", "QAA", "90A", A)
                        + practice(PRACTICE_A2, "MERE SURGERY", "QAA", "90A", A)
                        + practice(PRACTICE_B, "BRACK SURGERY", "QBB", "90B", B)
                        + practice(PRACTICE_C, "COLD SURGERY", "QBB", "90C", C));
    }

    private static String practice(String code, String name, String icb, String subIcb, String postcode) {
        List<String> cells = new ArrayList<>(List.of(
                code,
                name,
                "Y99",
                icb,
                "1 HIGH STREET",
                "",
                "",
                "",
                "",
                postcode,
                "19740401",
                "",
                "A",
                "B",
                subIcb,
                "20200401",
                "",
                "01632 960000",
                "",
                "",
                "",
                "0",
                "",
                subIcb,
                "",
                "4",
                ""));
        return "\"" + String.join("\",\"", cells) + "\"\n";
    }

    static Dropped postcodes() {
        return reference(
                "onspd_invented.csv",
                "pcd,pcd2,pcds,dointr,doterm,oscty,oslaua,rgn,ctry,icb,sicbl,lsoa11,lsoa21,imd\n"
                        + postcode(A, "E99999999", LA_A, "E54800001", "E38800001", "E01800001")
                        + postcode(B, "E99999999", LA_B, "E54800002", "E38800002", "E01800002")
                        + postcode(C, LA_C, "E07800004", "E54800002", "E38800003", "E01800003")
                        + "SX11SS,SX1  1SS,SX1 1SS,199601,,S99999999,S12000099,S99999999,S92000003,S99999999,S99999999,"
                        + "S01000001,S01000001,1\n");
    }

    private static String postcode(
            String code, String county, String authority, String icb, String subIcb, String area) {
        String packed = code.replace(" ", "");
        return String.join(
                        ",",
                        packed,
                        code.replace(" ", "  "),
                        code,
                        "199601",
                        "",
                        county,
                        authority,
                        "E12000099",
                        "E92000001",
                        icb,
                        subIcb,
                        area,
                        area,
                        "1200")
                + "\n";
    }

    static Dropped icbs() {
        return reference(
                "icb_lookup_2026.csv",
                "SICBL26CD,SICBL26CDH,SICBL26NM,ICB26CD,ICB26CDH,ICB26NM,NHSER26CD,NHSER26CDH,NHSER26NM\n"
                        + "E38800001,90A,Alder sub,E54800001,QAA,Alder ICB,E40800001,Y99,Midwold\n"
                        + "E38800002,90B,Brack sub,E54800002,QBB,Brack ICB,E40800001,Y99,Midwold\n"
                        + "E38800003,90C,Cold sub,E54800002,QBB,Brack ICB,E40800001,Y99,Midwold\n");
    }

    static Dropped authorities() {
        return reference(
                "lad_2026.csv",
                "LAD26CD,LAD26NM,UTLA26CD,UTLA26NM\n" + LA_A + ",Aldermere," + LA_A + ",Aldermere\n" + LA_B
                        + ",Brackwater," + LA_B + ",Brackwater\nE07800004,Coldharbour," + LA_C + ",Coldshire\n");
    }

    static Dropped deprivation() {
        return reference(
                "imd2025.csv",
                "lsoa21cd,imd2025_score,imd2025_decile\nE01800001,50.1,1\nE01800002,20.0,5\nE01800003,5.5,10\n");
    }

    static Dropped commissions() {
        return reference(
                "service_commission.csv",
                "SERVICE_CODE,AREA_TYPE,AREA_CODE,ORGANISATION_CODE,ORGANISATION_NAME,VALID_FROM,VALID_TO\n"
                        + "CHIS,SICBL,90A,RCA,Alder CHIS,2015-04-01,\nCHIS,SICBL,90B,RCB,Brack CHIS,2015-04-01,\n"
                        + "CHIS,SICBL,90C,RCC,Cold CHIS,2015-04-01,\n"
                        + "HV,LA," + LA_A + ",RHA,Alder HV,2015-04-01,\nHV,LA," + LA_B + ",RHB,Brack HV,2015-04-01,\n"
                        + "HV,LA," + LA_C + ",RHC,Cold HV,2015-04-01,\n");
    }

    static Dropped organisations() {
        return reference(
                "organisation.csv",
                "ORGANISATION_CODE,NAME,ROLE,PARENT_CODE,VALID_FROM,VALID_TO\nRCA,Alder CHIS,CHIS,,2015-04-01,\n"
                        + "RCB,Brack CHIS,CHIS,,2015-04-01,\nRHA,Alder HV,HV,,2015-04-01,\nRHB,Brack HV,HV,,2015-04-01,\n");
    }

    static Dropped networks() {
        return reference(
                "pcn_membership.csv",
                "PRACTICE_CODE,PCN_CODE,PCN_NAME,VALID_FROM,VALID_TO\nA80001,U80001,Alder PCN,2020-04-01,\n"
                        + "A80002,U80001,Alder PCN,2020-04-01,\nB80001,U80002,Brack PCN,2020-04-01,\n");
    }

    static Dropped holidays() {
        return reference("bank_holiday.csv", "DATE\n2026-08-31\n2026-12-25\n2026-12-28\n");
    }

    static Dropped reference(String name, String text) {
        return Dropped.plain("reference", name, text);
    }
}
