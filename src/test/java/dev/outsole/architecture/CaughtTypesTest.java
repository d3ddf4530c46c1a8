package dev.outsole.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * Who catches types that stand for "whatever goes wrong". Such a list always lacks something (Scala throws checked exceptions undeclared), so
 * whoever goes on after a failure uses {@link dev.outsole.work.Attempt}. Class files don't tell a written catch from that of a
 * try-with-resources, so the sources are read.
 */
class CaughtTypesTest {
    private static final Set<String> WHATEVER = Set.of("Throwable", "Exception", "RuntimeException", "Error");

    /** The only ones, and why. */
    private static final Map<String, String> ALLOWED = Map.of(
            "Attempt.java", "the place itself",
            "ImageFile.java",
                    "decoders throw any runtime exception at a damaged picture; memory is no matter of the picture's",
            "ShippedFont.java", "the platform's fonts, not a unit of work: another is taken");

    private static Set<String> caught(JavaFileObject source) throws IOException {
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, List.of("-proc:none"), null, List.of(source));
        Set<String> types = new TreeSet<>();
        for (CompilationUnitTree unit : task.parse()) {
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitCatch(CatchTree node, Void unused) {
                    Tree type = node.getParameter().getType();
                    List<? extends Tree> all =
                            type instanceof UnionTypeTree union ? union.getTypeAlternatives() : List.of(type);
                    all.forEach(one -> types.add(one.toString().replaceFirst("^java\\.lang\\.", "")));
                    return super.visitCatch(node, unused);
                }
            }.scan(unit, null);
        }
        return types;
    }

    private static JavaFileObject source(String text) {
        return new SimpleJavaFileObject(URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    @Test
    void onlyTheOnePlaceTakesWhateverIsThrown() throws IOException {
        Map<String, Set<String>> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Set<String> types = caught(source(Files.readString(file)));
                types.retainAll(WHATEVER);
                if (!types.isEmpty()) {
                    found.put(file.getFileName().toString(), types);
                }
            }
        }

        assertThat(found.keySet()).as("they catch %s", found).isEqualTo(new TreeSet<>(ALLOWED.keySet()));
    }

    @Test
    void theRuleSeesWhatIsCaught() throws IOException {
        String text = "class A { void a() { try { b(); } catch (java.io.IOException | java.lang.RuntimeException e) { }"
                + " try { b(); } catch (final Throwable t) { try { b(); } catch (Error e) { } } } }";

        assertThat(caught(source(text)))
                .containsExactly("Error", "RuntimeException", "Throwable", "java.io.IOException");
    }
}
