package dev.outsole.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.needs.Needs;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

@Needs("libharfbuzz0b")
class PictureFormatTest {
    @ParameterizedTest
    @MethodSource("dev.outsole.report.Examples#all")
    void pngHasTwoPixelsPerUnitAndIsNotBlank(Picture picture) {
        BufferedImage image = Rendered.png(picture);

        assertThat(image.getWidth()).isEqualTo(2 * picture.width());
        assertThat(image.getHeight()).isEqualTo(2 * picture.height());
        int[] colors = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        assertThat(colors[0]).as("paper").isEqualTo(0xFFFFFFFF);
        assertThat(colors).as("ink").contains(HouseStyle.INK.getRGB());
    }

    @ParameterizedTest
    @MethodSource("dev.outsole.report.Examples#all")
    void svgIsSmallAndScales(Picture picture) {
        Element root = Rendered.svg(picture).getDocumentElement();

        assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 " + picture.width() + " " + picture.height());
        assertThat(root.getAttribute("font-family")).isEqualTo("'DejaVu Sans', sans-serif");
        assertThat(root.getAttribute("width")).isEqualTo(String.valueOf(picture.width()));
        assertThat(Rendered.bytes(picture, PictureFormat.SVG).length).isLessThan(500_000);
    }

    @ParameterizedTest
    @MethodSource("dev.outsole.report.Examples#all")
    void svgTextIsInTheShippedFont(Picture picture) {
        assertThat(Rendered.elements(picture, "text"))
                .isNotEmpty()
                .allSatisfy(text ->
                        assertThat(Rendered.inherited(text, "font-family")).isEqualTo("'DejaVu Sans', sans-serif"));
    }

    @ParameterizedTest
    @EnumSource
    void sameInputGivesSameBytesInAnyLocale(PictureFormat format) {
        List<byte[]> before = Examples.ordinary()
                .map(picture -> Rendered.bytes(picture, format))
                .toList();
        Locale locale = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            Iterator<Picture> again = Examples.ordinary().iterator();
            assertThat(before)
                    .allSatisfy(bytes ->
                            assertThat(Rendered.bytes(again.next(), format)).isEqualTo(bytes));
        } finally {
            Locale.setDefault(locale);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPictureCanBeWrittenTwice(PictureFormat format) {
        Picture picture = RocPicture.of(Examples.PAIR, List.of(Examples.curve("pixels", 0.5)));

        assertThat(Rendered.bytes(picture, format)).isEqualTo(Rendered.bytes(picture, format));
    }

    @ParameterizedTest
    @EnumSource
    void leavesTheStreamOpen(PictureFormat format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        OutputStream out = new FilterOutputStream(bytes) {
            @Override
            public void close() {
                throw new AssertionError("closed");
            }
        };

        format.write(LossPicture.of(Examples.PAIR.normal(), new double[] {1}), out);

        assertThat(bytes.size()).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void aStreamThatFailsIsAnIoException(PictureFormat format) {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("disk full");
            }
        };

        assertThatThrownBy(() -> format.write(LossPicture.of(Examples.PAIR.normal(), new double[] {1}), full))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("disk full");
    }

    @Test
    void filesAreNamedAfterThePicture() {
        Picture roc = RocPicture.of(Examples.PAIR, List.of(Examples.curve("pixels", 0.5)));

        assertThat(PictureFormat.PNG.fileName(roc)).isEqualTo("roc.png");
        assertThat(PictureFormat.SVG.fileName(roc)).isEqualTo("roc.svg");
        assertThat(Examples.all().map(Picture::name).distinct())
                .containsExactly("samples", "roc", "embedding-truth", "embedding-prediction", "loss");
    }

    @Test
    void idsBeginWithThePicturesName() {
        Picture roc = RocPicture.of(Examples.PAIR, List.of(Examples.curve("pixels", 0.5)));

        assertThat(Rendered.elements(roc, "clipPath"))
                .isNotEmpty()
                .allSatisfy(clip -> assertThat(clip.getAttribute("id")).startsWith("roc-"));
    }
}
