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
import java.util.ArrayList;
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

    /** By source file, all read by one compiler: to start it takes longer than to read a file. */
    private static Map<String, Set<String>> caught(List<JavaFileObject> sources) throws IOException {
        JavacTask task = (JavacTask)
                ToolProvider.getSystemJavaCompiler().getTask(null, null, null, List.of("-proc:none"), null, sources);
        Map<String, Set<String>> types = new TreeMap<>();
        for (CompilationUnitTree unit : task.parse()) {
            String file = Path.of(unit.getSourceFile().getName()).getFileName().toString();
            new CaughtTypes(types.computeIfAbsent(file, name -> new TreeSet<>())).scan(unit, null);
        }
        return types;
    }

    private static final class CaughtTypes extends TreeScanner<Void, Void> {
        private final Set<String> types;

        CaughtTypes(Set<String> types) {
            this.types = types;
        }

        @Override
        public Void visitCatch(CatchTree node, Void unused) {
            Tree type = node.getParameter().getType();
            List<? extends Tree> all =
                    type instanceof UnionTypeTree union ? union.getTypeAlternatives() : List.of(type);
            all.forEach(one -> types.add(one.toString().replaceFirst("^java\\.lang\\.", "")));
            return super.visitCatch(node, unused);
        }
    }

    private static JavaFileObject source(String name, String text) {
        return new SimpleJavaFileObject(URI.create("string:///" + name), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    @Test
    void onlyTheOnePlaceTakesWhateverIsThrown() throws IOException {
        Map<String, Set<String>> found = caught(mainSources());
        found.values().forEach(types -> types.retainAll(WHATEVER));
        found.values().removeIf(Set::isEmpty);

        assertThat(found.keySet()).as("they catch %s", found).isEqualTo(new TreeSet<>(ALLOWED.keySet()));
    }

    private static List<JavaFileObject> mainSources() throws IOException {
        List<JavaFileObject> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                sources.add(source(file.getFileName().toString(), Files.readString(file)));
            }
        }
        return sources;
    }

    @Test
    void theRuleSeesWhatIsCaught() throws IOException {
        String text = "class A { void a() { try { b(); } catch (java.io.IOException | java.lang.RuntimeException e) { }"
                + " try { b(); } catch (final Throwable t) { try { b(); } catch (Error e) { } } } }";

        assertThat(caught(List.of(source("A.java", text))))
                .isEqualTo(Map.of("A.java", Set.of("Error", "RuntimeException", "Throwable", "java.io.IOException")));
    }
}
