"""Follows the recipes of docs/recipes.md that change code, in a clone: each makes its changes and says how to test them.

What a recipe shows as a block or in backticks is taken from there, so that it cannot become wrong unnoticed.
"""

import hashlib
import json
import re
import subprocess
import textwrap

FUNCTION = "functions/admin"


class Recipes:
    def __init__(self, clone):
        self.clone = clone
        self.text = (clone / "docs/recipes.md").read_text()

    # --- reading the docs -------------------------------------------------------------------------

    def section(self, heading):
        return re.search(rf"^## {heading}$(.*?)(?=^## |^# |\Z)", self.text, re.MULTILINE | re.DOTALL).group(1)

    def block(self, heading):
        """The first code block of a recipe."""
        lines = re.search(r"^ *```\w*\n(.*?)^ *```$", self.section(heading), re.MULTILINE | re.DOTALL).group(1)
        return textwrap.dedent(lines)

    def quoted(self, heading, start):
        """What a recipe has in backticks, by how it begins."""
        return re.search(rf"`({re.escape(start)}[^`]*)`", self.section(heading)).group(1)

    # --- changing files ---------------------------------------------------------------------------

    def write(self, path, text):
        file = self.clone / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def replace(self, path, old, new):
        text = (self.clone / path).read_text()
        if old not in text:
            raise LookupError(f"{path} has no {old!r}")
        self.write(path, text.replace(old, new, 1))

    def touched(self):
        """How many files the recipe has touched; the next one starts from a commit."""
        def git(*words):
            return subprocess.run(["git", *words], cwd=self.clone, check=True, capture_output=True, text=True).stdout
        files = git("status", "--porcelain", "-uall").splitlines()
        git("add", "-A")
        git("-c", "user.name=user", "-c", "user.email=user@example.com", "commit", "-q", "-m", "recipe")
        return len(files)

    # --- the recipes ------------------------------------------------------------------------------

    def page(self):
        self.write("functions/pages/src/main/content/seo-for-clinics.md", self.block("Add a page"))
        return [("functions/pages", "PagesEventsTest,ServePagesHandlerTest")]

    def faq(self):
        self.write("functions/faq/src/main/faqs/next-callback.md", self.block("Add or change a FAQ").replace(
            "How soon will somebody call me back?", "When does a technician visit my shop?"
        ).replace("when will you call", "technician kab aayega"))
        return [("functions/faq", "FaqEventsTest")]

    def field(self):
        recipe = "Add a form field"
        self.replace("libraries/domain/src/main/java/com/avonsolutions/domain/lead/LeadField.java",
                     "  MESSAGE(\n", f"  {self.quoted(recipe, 'CITY(')}\n  MESSAGE(\n")
        field = self.quoted(recipe, "@template.field(")
        self.replace("libraries/web/src/main/jte/contactForm.jte", "@if(!brief)", f"{field}\n@if(!brief)")
        self.notice("\n## ", "\nYour city, to find somebody near you.\n\n## ")
        self.replace("docs/api.md", "| `company` |", "| `city` | 100 characters, one line |\n| `company` |")
        self.replace("docs/embedding.md", "| `company` |", "| `city` | `cityname`, `town` |\n| `company` |")
        return [("libraries/domain", "LeadFieldTest"), ("functions/contact", "ContactEventsTest"),
                ("functions/hooks", "ReceivedLeadsTest"), ("tools/rules", "LimitsTest")]

    def notice(self, old, new):
        """A new version, because words that people were shown never change."""
        folder = "libraries/web/src/main/notices"
        latest = sorted((self.clone / folder).glob("*.en.md"))[-1]
        name = "2099-01.en.md"
        self.write(f"{folder}/{name}", latest.read_text())
        self.replace(f"{folder}/{name}", old, new)
        digits = hashlib.sha256((self.clone / folder / name).read_bytes()).hexdigest()
        self.write(f"{folder}/SHA256SUMS", (self.clone / folder / "SHA256SUMS").read_text() + f"{digits}  {name}\n")

    def limit(self):
        self.replace("libraries/domain/src/main/java/com/avonsolutions/domain/lead/LeadField.java", "5_000,", "4_000,")
        return [("tools/rules", "LimitsTest")]

    def route(self):
        self.replace("template.yaml", "        ApiFaqs: {",
                     "        FaqCount: { Type: HttpApi, Properties: { ApiId: !Ref SiteApi, Method: GET, Path: /api/faqs/count } }\n"
                     "        ApiFaqs: {")
        handler = "functions/faq/src/main/java/com/avonsolutions/faq/AnswerQuestionsHandler.java"
        self.replace(handler, '      case "GET /api/faqs" ->',
                     '      case "GET /api/faqs/count" ->\n          Response.text(200, "text/plain; charset=utf-8", "many");\n'
                     '      case "GET /api/faqs" ->')
        self.fixture("faq", "count", "GET /api/faqs/count", "many")
        return [("functions/faq", "FaqEventsTest"), ("tools/rules", "TemplateTest"), ("bench", "RouteSampleTest")]

    def fixture(self, folder, case, route_key, text):
        method, path = route_key.split(" ")
        event = json.loads((self.clone / "events/faq/api-answers-none.json").read_text())
        event.update(routeKey=route_key, rawPath=path)
        event["requestContext"].update(routeKey=route_key)
        event["requestContext"]["http"].update(method=method, path=path)
        self.write(f"events/{folder}/{case}.json", json.dumps(event, indent=2) + "\n")
        self.write(f"events/{folder}/{case}.expected.json", json.dumps({"status": 200, "bodyContains": [text]}, indent=2) + "\n")
        self.replace("bench/src/main/java/com/avonsolutions/bench/RouteSample.java", "    return List.of(\n",
                     f'    return List.of(\n        of("{folder}/{case}"),\n')

    def function(self):
        pom = (self.clone / "functions/testimonials/pom.xml").read_text()
        pom = pom.replace("<artifactId>testimonials</artifactId>", "<artifactId>admin</artifactId>")
        pom = re.sub(r"<name>.*</name>", "<name>Admin</name>", pom)
        pom = re.sub(r"<description>.*</description>", "<description>Says hello.</description>", pom)
        pom = re.sub(r"<includes>.*?</includes>", "<includes><include>admin/hello.json</include></includes>", pom, flags=re.DOTALL)
        pom = re.sub(r" *<templates.phase>.*\n", "", pom)
        self.write(f"{FUNCTION}/pom.xml", pom)
        self.write(f"{FUNCTION}/src/main/java/com/avonsolutions/admin/package-info.java", textwrap.dedent("""\
            /**
             * Says hello.
             *
             * <p>No rule and no store belongs here.
             */
            @NullMarked
            package com.avonsolutions.admin;

            import org.jspecify.annotations.NullMarked;
            """))
        self.write(f"{FUNCTION}/src/main/java/com/avonsolutions/admin/AdminHandler.java", textwrap.dedent("""\
            package com.avonsolutions.admin;

            import com.avonsolutions.web.function.HttpHandler;
            import com.avonsolutions.web.http.HttpException;
            import com.avonsolutions.web.http.Request;
            import com.avonsolutions.web.http.Response;
            import com.avonsolutions.web.startup.Priming;
            import java.util.Map;

            /** Says hello. */
            public final class AdminHandler extends HttpHandler {

              public AdminHandler() {
                this(System.getenv());
              }

              public AdminHandler(Map<String, String> environment, Object... singletons) {
                super(environment, singletons);
              }

              @Override
              protected Priming priming() {
                return Priming.reading(AdminHandler::new, "admin");
              }

              @Override
              protected Response answer(Request request) {
                return switch (request.routeKey()) {
                  case "GET /admin" -> Response.text(200, "text/plain; charset=utf-8", "hello");
                  default -> throw HttpException.notFound();
                };
              }
            }
            """))
        self.replace("pom.xml", "    <module>staff</module>", f"    <module>{FUNCTION}</module>\n    <module>staff</module>")
        for path, start in (("pom.xml", "      "), ("local/pom.xml", "    ")):
            text = (self.clone / path).read_text()
            block = next(found for found in re.findall(rf"^{start}<dependency>.*?^{start}</dependency>\n", text, re.MULTILINE | re.DOTALL)
                         if "<artifactId>testimonials</artifactId>" in found)
            self.replace(path, block, block + block.replace("testimonials", "admin"))
        self.write("template.yaml", self.with_function((self.clone / "template.yaml").read_text()))
        self.fixture("admin", "hello", "GET /admin", "hello")
        for test in ("TestimonialsEventsTest", "SubmitTestimonialsSnapshotTest"):
            folder = "functions/testimonials/src/test/java/com/avonsolutions/testimonials"
            text = (self.clone / folder / f"{test}.java").read_text()
            for old, new in (("SubmitTestimonialsHandler", "AdminHandler"), ("TestimonialsFunction", "AdminFunction"),
                             ("SubmitTestimonials", "Admin"), ("Testimonials", "Admin"), ("testimonials", "admin")):
                text = text.replace(old, new)
            name = test.replace("SubmitTestimonials", "Admin").replace("Testimonials", "Admin")
            self.write(f"{FUNCTION}/src/test/java/com/avonsolutions/admin/{name}.java", text)
        tests = (self.clone / "functions/testimonials/src/test/java/com/avonsolutions/testimonials/package-info.java").read_text()
        self.write(f"{FUNCTION}/src/test/java/com/avonsolutions/admin/package-info.java", tests.replace("testimonials", "admin"))
        self.replace("README.md", "| `functions/faq` |", "| `functions/admin` | Says hello |\n| `functions/faq` |")
        return [(FUNCTION, "AdminEventsTest,AdminSnapshotTest"), ("tools/rules", "TemplateTest,ArchitectureTest")]

    @staticmethod
    def with_function(template):
        """The blocks of TestimonialsFunction once more, for AdminFunction, with one route and no rights but its logs."""
        blocks = re.findall(r"^  TestimonialsFunction\w*:\n(?:(?:    .*)?\n)+", template, re.MULTILINE)
        for block in blocks:
            new = block.replace("TestimonialsFunction", "AdminFunction").replace("-testimonials", "-admin")
            new = new.replace("com.avonsolutions.testimonials.SubmitTestimonialsHandler", "com.avonsolutions.admin.AdminHandler")
            new = re.sub(r"      Environment:\n(?:        .*\n)+", "", new)
            new = re.sub(r"(      Events:\n)(?:        .*\n)+",
                         r"\1        Admin: { Type: HttpApi, Properties: { ApiId: !Ref SiteApi, Method: GET, Path: /admin } }\n", new)
            new = re.sub(r"(Sid: WriteLogs\n(?:                .*\n)+)(?:              .*\n)+", r"\1", new)
            template = template.replace(block, block + new)
        return template
