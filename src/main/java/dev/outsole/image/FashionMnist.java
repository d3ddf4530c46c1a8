package dev.outsole.image;

import java.util.List;
import java.util.Map;

/** Fashion-MNIST (Xiao, Rasul and Vollgraf 2017), which is known by its content: other sets come under the same file names. */
public final class FashionMnist {
    /** In the order of their labels. */
    public static final ClassNames CLASSES = new ClassNames(List.of(
            "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"));

    /** SHA-256 of its four files, unpacked. */
    public static final Map<String, String> SHA256 = Map.of(
            "train_images", "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
            "train_labels", "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
            "test_images", "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
            "test_labels", "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34");

    private FashionMnist() {}
}
