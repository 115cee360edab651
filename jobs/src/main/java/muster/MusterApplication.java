package muster;

public final class MusterApplication {
    public static void main(String[] args) {}
}
