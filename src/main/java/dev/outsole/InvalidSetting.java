package dev.outsole;

/**
 * A value that a setting can't have. It names the setting as the program does ({@code batchSize}); who knows where the value comes from
 * names the option, or the key and the file.
 */
public final class InvalidSetting extends UserError {
    private static final long serialVersionUID = 1;

    private final String setting;
    private final String mend;

    /**
     * The value of this setting is wrong.
     *
     * @param setting its name in the program
     * @param mend what to give instead
     */
    public InvalidSetting(String setting, Object value, String mend) {
        super(setting + " = " + value + ": " + mend);
        this.setting = setting;
        this.mend = mend;
    }

    public String setting() {
        return setting;
    }

    public String mend() {
        return mend;
    }
}
