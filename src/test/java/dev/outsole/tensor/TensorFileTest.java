package dev.outsole.tensor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.UserError;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files byte by byte, as the format's description has them: https://github.com/huggingface/safetensors. */
class TensorFileTest {
    private static final String HEADER = "{\"__metadata__\":{\"stage\":\"toy\"},"
            + "\"d\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]},"
            + "\"f\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[8,16]},"
            + "\"i\":{\"dtype\":\"I32\",\"shape\":[2],\"data_offsets\":[16,24]},"
            + "\"b\":{\"dtype\":\"U8\",\"shape\":[3],\"data_offsets\":[24,27]}}";
    /** 1.0; 0.5 and -2.0; 1 and -2; 0, 128 and 255: IEEE 754 and two's complement, the lowest byte first. */
    private static final String DATA =
            "000000000000f03f" + "0000003f" + "000000c0" + "01000000" + "feffffff" + "0080ff";

    private static final StageNumbers TOY = new StageNumbers(
            "toy",
            Map.of(
                    "d",
                    Tensor.of(1.0),
                    "f",
                    Tensor.of(new float[] {0.5f, -2}, 1, 2),
                    "i",
                    Tensor.of(1, -2),
                    "b",
                    Tensor.of(new byte[] {0, -128, -1})));

    /** The header's length in 8 bytes, the header, the data. */
    private static byte[] file(String header, String data) {
        byte[] json = header.getBytes(UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) json.length, (byte) (json.length >> 8), 0, 0, 0, 0, 0, 0});
        out.writeBytes(json);
        out.writeBytes(HexFormat.of().parseHex(data));
        return out.toByteArray();
    }

    private static byte[] written(StageNumbers numbers) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TensorFile.write(out, numbers);
        return out.toByteArray();
    }

    private static StageNumbers read(byte[] file) throws IOException {
        return TensorFile.read(new ByteArrayInputStream(file));
    }

    /** The header is filled up with spaces, so that the data begin at a multiple of 8. */
    @Test
    void aFileIsWrittenByteByByteAsTheFormatHasIt() throws IOException {
        int spaces = (8 - HEADER.length() % 8) % 8;

        assertThat(written(TOY)).isEqualTo(file(HEADER + " ".repeat(spaces), DATA));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   \n"})
    void aFileIsReadWhateverFollowsItsHeader(String space) throws IOException {
        StageNumbers read = read(file(HEADER + space, DATA));

        assertThat(read.kind()).isEqualTo("toy");
        assertThat(read.doubles("d")).containsExactly(1);
        assertThat(read.floats("f")).containsExactly(0.5f, -2);
        assertThat(read.tensors().get("f").shape()).containsExactly(1, 2);
        assertThat(read.ints("i")).containsExactly(1, -2);
        assertThat(read.bytes("b").bytes().array()).containsExactly(0, -128, -1);
    }

    /** Of more entries than go through the buffer at once, all different. */
    @Test
    void longArraysComeBackToTheLastBit() throws IOException {
        float[] floats = new float[50_001];
        double[] doubles = new double[20_001];
        Random random = new Random(1);
        for (int i = 0; i < floats.length; i++) {
            floats[i] = Float.intBitsToFloat(random.nextInt() & 0x7f7fffff);
        }
        Arrays.setAll(doubles, i -> random.nextGaussian());
        StageNumbers numbers = new StageNumbers("long", Map.of("f", Tensor.of(floats), "d", Tensor.of(doubles)));

        byte[] file = written(numbers);

        assertThat(file.length).isBetween(50_001 * 4 + 20_001 * 8, 50_001 * 4 + 20_001 * 8 + 300);
        assertThat(read(file).floats("f")).containsExactly(floats);
        assertThat(read(file).doubles("d")).containsExactly(doubles);
    }

    /** Also -0.0, which equals 0.0 but isn't the same. */
    @ParameterizedTest
    @CsvSource({"2, 1", "256, 1", "257, 4"})
    void floatsOfFewValuesTakeAByteEach(int different, int bytes) throws IOException {
        float[] values = new float[3_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % different == 0 ? -0f : (i % different - 1) / 255f;
        }

        byte[] file = written(new StageNumbers("pixels", Map.of("x", Tensor.of(values, 30, 100))));

        assertThat(file.length).isBetween(bytes * 3_000, bytes * 3_000 + 4 * 256 + 300);
        assertThat(read(file).floats("x")).containsExactly(values);
        assertThat(read(file).tensors().get("x").shape()).containsExactly(30, 100);
        assertThat(Float.floatToRawIntBits(read(file).floats("x")[0])).isEqualTo(0x80000000);
    }

    /** An entry x[i] stands for x.values[x[i]]. */
    @Test
    void bytesWithValuesAreFloats() throws IOException {
        String header = "{\"x.values\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
                + "\"x\":{\"dtype\":\"U8\",\"shape\":[3],\"data_offsets\":[8,11]}}";

        assertThat(read(file(header, "0000003f" + "000000c0" + "010001")).floats("x"))
                .containsExactly(-2, 0.5f, -2);
        assertThatThrownBy(() -> read(file(header, "0000003f" + "000000c0" + "010002")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("number 2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "F64"          | "I64"           | numbers of type 'I64', which this version doesn't know
            [8,16]         | [9,17]          | f should be at bytes 8 to 16
            [1,2]          | [1,3]           | f should be at bytes 8 to 20
            [1,2]          | [-1,-2]         | length of -1
            [1,2]          | [99999,99999,99999,99999] | too large
            "f"            | "f f"           | a tensor is called 'f f'
            """)
    void aHeaderThatDoesNotFitIsRefused(String old, String other, String finding) {
        String damaged = HEADER.replace(old, other);

        assertThat(damaged).isNotEqualTo(HEADER);
        assertThatThrownBy(() -> read(file(damaged, DATA)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(finding);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 8, 60, 200})
    void aFileThatBreaksOffIsRefused(int length) {
        byte[] whole = file(HEADER, DATA);

        assertThatThrownBy(() -> read(Arrays.copyOf(whole, length))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read(Arrays.copyOf(whole, whole.length - 1))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read(Arrays.copyOf(whole, whole.length + 1))).isInstanceOf(IOException.class);
    }

    @Test
    void whatIsMissingIsNamed() {
        for (String name : List.of("d", "g")) {
            assertThatThrownBy(() -> TOY.floats(name))
                    .isInstanceOf(UserError.class)
                    .hasMessageContainingAll("'toy'", "no " + name);
        }
        assertThatThrownBy(() -> new StageNumbers("toy", new TreeMap<>(Map.of("a b", Tensor.of(1)))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
