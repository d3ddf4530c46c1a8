package dev.outsole.image;

import dev.outsole.UserError;
import java.io.Serializable;

/** Which class is normal, and is learnt, and which is abnormal, and should be noticed. */
public record ClassPair(ImageClass normal, ImageClass abnormal) implements Serializable {

    public ClassPair {
        if (normal.label() == abnormal.label()) {
            throw new UserError(
                    "normal and abnormal class are both '" + normal.slug() + "': choose two different classes");
        }
    }

    /** Both names as a part of file names, such as {@code sandal-sneaker}. */
    public String slug() {
        return normal.slug() + "-" + abnormal.slug();
    }
}
