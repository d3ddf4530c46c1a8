/** Fails where Java lacks the native libraries that it draws text with; that there is no font is no matter. */
class DrawsText {
    public static void main(String[] arguments) {
        try {
            new java.awt.Font("SansSerif", 0, 12).getFamily();
        } catch (InternalError | RuntimeException e) {
            System.out.println("no font: " + e);
        }
    }
}
