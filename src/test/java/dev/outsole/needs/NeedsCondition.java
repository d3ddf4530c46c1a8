package dev.outsole.needs;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Skips what {@link Needs} something that is missing. The configuration parameter {@value #LIST} names another list than the build's. */
final class NeedsCondition implements ExecutionCondition {
    static final String LIST = "outsole.needs";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Path list = context.getConfigurationParameter(LIST, Path::of).orElse(Tool.LIST);
        List<Tool> missing = AnnotationSupport.findAnnotation(context.getElement(), Needs.class).stream()
                .flatMap(needs -> Stream.of(needs.value()))
                .map(name -> Tool.named(name, list))
                .filter(tool -> !tool.isThere())
                .toList();
        return missing.isEmpty()
                ? ConditionEvaluationResult.enabled("all is there")
                : ConditionEvaluationResult.disabled(missing.stream()
                        .map(tool -> tool.name() + " (" + tool.purpose() + ")")
                        .collect(Collectors.joining(" and ", "needs ", "")));
    }
}
