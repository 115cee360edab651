package muster.synthetic;

import muster.synthetic.Geography.Place;

/** A home. The town is the authority's; the county stands where there is one. */
record Address(int number, String street, Place place) {
    String line1() {
        return number + " " + street;
    }

    String town() {
        return place.authority().town();
    }

    String county() {
        return place.authority().county() ? place.authority().name() : "";
    }

    String postcode() {
        return place.postcode();
    }
}
