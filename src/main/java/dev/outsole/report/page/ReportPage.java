package dev.outsole.report.page;

import dev.outsole.json.PageJson;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.core.TemplateHTMLOutputModel;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code report.html}: one file that needs no network. Every text in it is escaped by the template engine or by {@link PageJson}, and
 * its security policy allows no other script and no other style than the page's own.
 */
public final class ReportPage {
    private static final List<String> SCRIPTS =
            List.of("arrays.js", "charts.js", "pictures.js", "pair.js", "trend.js", "heatmap.js", "main.js");
    private static final String D3 = "/META-INF/resources/webjars/d3/7.9.0/";
    private static final Configuration TEMPLATES = templates();

    private ReportPage() {}

    private static Configuration templates() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setClassForTemplateLoading(ReportPage.class, "");
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setAutoEscapingPolicy(Configuration.FORCE_AUTO_ESCAPING_POLICY);
        configuration.setRecognizeStandardFileExtensions(false);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setLocale(Locale.ROOT);
        configuration.setNumberFormat("computer");
        return configuration;
    }

    /** Writes the page; leaves the stream open. */
    public static void write(ReportData data, OutputStream out) throws IOException {
        PageView page = new PageViews(data).page();
        Inlined style = Inlined.of(page("page.css"), scales());
        Inlined library = Inlined.of(Resource.text(D3 + "dist/d3.min.js"));
        Inlined script = Inlined.of(SCRIPTS.stream().map(ReportPage::page).toArray(String[]::new));
        Map<String, Object> model = Map.of(
                "page", page,
                "policy", policy(style, library, script),
                "style", markup(style),
                "library", markup(library),
                "libraryLicence", Resource.text(D3 + "LICENSE"),
                "script", markup(script),
                "data", markup(new Inlined(PageJson.write(new PageDataBuilder(data).build()))));
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        process("page.ftl", model, writer);
        writer.flush();
    }

    /** Nothing else goes into the page as it is: templates can't turn the escaping off. */
    private static TemplateHTMLOutputModel markup(Inlined inlined) throws IOException {
        try {
            return HTMLOutputFormat.INSTANCE.fromMarkup(inlined.text());
        } catch (TemplateException e) {
            throw new IOException(e);
        }
    }

    private static String page(String name) {
        return Resource.text(name);
    }

    private static String scales() throws IOException {
        StringWriter css = new StringWriter();
        process("scales.css.ftl", Map.of("levels", Scale.LEVELS), css);
        return css.toString();
    }

    private static String policy(Inlined style, Inlined... scripts) {
        StringBuilder hashes = new StringBuilder();
        for (Inlined script : scripts) {
            hashes.append(" '").append(script.hash()).append('\'');
        }
        return "default-src 'none'; img-src data:; style-src '" + style.hash() + "'; script-src" + hashes
                + "; base-uri 'none'; form-action 'none'";
    }

    private static void process(String template, Map<String, Object> model, Writer out) throws IOException {
        try {
            TEMPLATES.getTemplate(template).process(model, out);
        } catch (TemplateException e) {
            throw new IllegalStateException("template " + template + " does not fit its view", e);
        }
    }
}
