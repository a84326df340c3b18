package com.avonsolutions.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds what the docs name and the project does not have. A link must lead to a file and a heading,
 * a path to a file, a class to a Java type, {@code make x} to a target. Any other name in code
 * style, such as a setting or a field, must be a word of some file that is not documentation. Text
 * below a table begins after an empty line, or it would be shown as a row.
 */
final class DocsCheck {
  private static final Set<String> SKIPPED_FOLDERS =
      Set.of("target", "node_modules", ".git", ".tools", ".aws-sam", ".local-data", ".idea");

  private static final int MAX_SOURCE_BYTES = 400_000;

  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)(?:\\s+\"[^\"]*\")?\\)");
  private static final Pattern CODE = Pattern.compile("(?<!`)(`{1,2})(?!`)(.+?)(?<!`)\\1(?!`)");
  private static final Pattern FENCE = Pattern.compile("\\s*(?:```|~~~)\\s*(\\w*).*");
  private static final Pattern HEADING = Pattern.compile("#+\\s+(.*)");

  /** A word, with what joins words to one name: a.b, a-b. */
  private static final Pattern WORD = Pattern.compile("\\w+(?:[.-]\\w+)*");

  private static final Pattern TYPE =
      Pattern.compile("\\b(?:class|interface|record|enum)\\s+([A-Z]\\w*)");
  private static final Pattern MEMBER = Pattern.compile("([A-Z]\\w+)[.#]([a-z]\\w*)(?:\\(.*\\))?");
  private static final Pattern MAKE = Pattern.compile("(?:^|[;&|(]\\s*)make\\s+([^;&|)#]*)");
  private static final Pattern TARGET = Pattern.compile("^([\\w-]+)\\s*:(?!=)", Pattern.MULTILINE);
  private static final Pattern MODULES = Pattern.compile("-pl ([^\\s]+)");
  private static final Pattern TESTS = Pattern.compile("-Dtest='?(\\w+)");
  private static final Pattern STAFF =
      Pattern.compile("(?:exec\\.args|ARGS)=\"([a-z]+)(?: ([a-z]+))?");

  /** ClassName, SETTING_NAME, fieldName or setting.name. Others may be any word. */
  private static final Pattern NAME =
      Pattern.compile(
          "[A-Z][a-z]\\w+|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[a-z]+[A-Z]\\w*|[a-z]\\w*(?:\\.[a-z]\\w*)+");

  /** Their options and arguments are not ours. */
  private static final Pattern FOREIGN_COMMAND =
      Pattern.compile("(?:make|aws|git|docker|npm|npx|curl|eval|apt-get|pip|mvn|sam) ");

  private static final Pattern JAVA_COMMENT =
      Pattern.compile("/\\*.*?\\*/|(?m:^\\s*//.*$)", Pattern.DOTALL);

  private static final Pattern FILE_NAME =
      Pattern.compile(".*[\\w}*]\\.(?:java|md|ya?ml|json|jte|xml|toml|js|css|svg|png|properties)");

  private final Path root;
  private final Set<Pattern> allowed;
  private final Set<String> paths = new HashSet<>();
  private final Map<String, String> sourceOfType = new HashMap<>();
  private final Set<String> words = new HashSet<>();
  private final Set<String> targets;
  private final Map<String, List<String>> docs = new TreeMap<>();
  private final Set<String> findings = new TreeSet<>();

  /**
   * @param allowed names that the docs may use although the project does not have them
   * @param ignored a file whose words do not count, such as the one that lists the allowed names
   */
  DocsCheck(Path root, Set<Pattern> allowed, String ignored) {
    this.root = root;
    this.allowed = allowed;
    for (Path file : files()) {
      String path = root.relativize(file).toString().replace('\\', '/');
      for (Path part = root.relativize(file); part != null; part = part.getParent()) {
        paths.add(part.toString().replace('\\', '/'));
      }
      if (path.endsWith(".md")) {
        if (path.equals("README.md")
            || path.equals("CONTRIBUTING.md")
            || path.startsWith("docs/")) {
          docs.put(path, read(file).lines().toList());
        }
      } else if (!path.endsWith(ignored) && size(file) < MAX_SOURCE_BYTES) {
        index(path, read(file));
      }
    }
    targets =
        TARGET
            .matcher(read(root.resolve("Makefile")))
            .results()
            .map(target -> target.group(1))
            .collect(Collectors.toSet());
  }

  /** The findings, each as {@code file:line: what is wrong}. */
  Set<String> findings() {
    docs.forEach(this::check);
    int line = 0;
    for (String text : read(root.resolve("Makefile")).lines().toList()) {
      line++;
      int help = text.indexOf(" ## ");
      if (help > 0) {
        checkCode("Makefile", line, text.substring(help));
        checkPaths("Makefile", line, text.substring(help + " ## ".length()), false);
      }
    }
    return findings;
  }

  private void check(String doc, List<String> lines) {
    String fence = null;
    for (int i = 0; i < lines.size(); i++) {
      Matcher mark = FENCE.matcher(lines.get(i));
      if (mark.matches()) {
        fence = fence == null ? mark.group(1) : null;
      } else if (fence == null) {
        checkLinks(doc, i + 1, lines.get(i));
        if (i > 0 && isRow(lines.get(i - 1)) && !isRow(lines.get(i)) && !lines.get(i).isBlank()) {
          add(doc, i + 1, lines.get(i).strip(), "would be a row of the table above it");
        }
        checkCode(doc, i + 1, lines.get(i));
      } else if (fence.equals("sh") || fence.equals("bash")) {
        checkCommand(doc, i + 1, lines.get(i).replaceFirst("(^|\\s)#.*", ""));
      }
    }
  }

  private static boolean isRow(String line) {
    return line.strip().startsWith("|");
  }

  private void checkLinks(String doc, int line, String text) {
    for (MatchResult link : LINK.matcher(text).results().toList()) {
      String target = link.group(1);
      if (target.matches("[a-z]+:.*")) {
        continue;
      }
      String[] parts = target.split("#", 2);
      Path from = Path.of(doc);
      String path =
          parts[0].isEmpty()
              ? doc
              : from.resolveSibling(parts[0]).normalize().toString().replace('\\', '/');
      if (!paths.contains(path)) {
        add(doc, line, target, "leads to no file");
      } else if (parts.length > 1 && !anchors(path).contains(parts[1])) {
        add(doc, line, target, "leads to no heading");
      }
    }
  }

  /** The anchors that GitHub makes of a page's headings. */
  private Set<String> anchors(String path) {
    Set<String> anchors = new HashSet<>();
    Map<String, Integer> seen = new HashMap<>();
    boolean fenced = false;
    for (String line : docs.getOrDefault(path, read(root.resolve(path)).lines().toList())) {
      fenced ^= FENCE.matcher(line).matches();
      Matcher heading = HEADING.matcher(line);
      if (!fenced && heading.matches()) {
        String anchor =
            heading
                .group(1)
                .strip()
                .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                .replace(' ', '-');
        int before = seen.merge(anchor, 1, Integer::sum) - 1;
        anchors.add(before == 0 ? anchor : anchor + "-" + before);
      }
    }
    return anchors;
  }

  private void checkCode(String doc, int line, String text) {
    for (MatchResult span : CODE.matcher(text).results().toList()) {
      String code = span.group(2).strip();
      Matcher member = MEMBER.matcher(code);
      if (member.matches() && !FILE_NAME.matcher(code).matches()) {
        checkMember(doc, line, member.group(1), member.group(2));
      } else if (code.contains(" ")) {
        checkCommand(doc, line, code);
        if (!FOREIGN_COMMAND.matcher(code).lookingAt()) {
          checkNames(doc, line, code);
        }
      } else {
        checkPaths(doc, line, code, true);
      }
    }
  }

  private void checkCommand(String doc, int line, String command) {
    String unquoted = command.replaceAll("\"[^\"]*\"", "QUOTED");
    for (MatchResult make : MAKE.matcher(unquoted).results().toList()) {
      for (String word : make.group(1).strip().split("\\s+", -1)) {
        if (word.matches("[a-z][a-z0-9-]*") && !targets.contains(word)) {
          add(doc, line, word, "is no target of the Makefile");
        } else if (word.matches("[A-Z_]+=.*")) {
          checkWord(doc, line, word.substring(0, word.indexOf('=')));
        } else if (!word.matches("[a-z][a-z0-9-]*")) {
          break;
        }
      }
    }
    for (MatchResult modules : MODULES.matcher(command).results().toList()) {
      for (String module : modules.group(1).split(",", -1)) {
        if (!module.matches(".*[A-Z]{3}.*|.*…") && !paths.contains(module + "/pom.xml")) {
          add(doc, line, module, "is no module");
        }
      }
    }
    TESTS.matcher(command).results().forEach(test -> checkWord(doc, line, test.group(1)));
    for (MatchResult staff : STAFF.matcher(command).results().toList()) {
      for (int group = 1; group <= staff.groupCount(); group++) {
        if (staff.group(group) != null) {
          checkWord(doc, line, staff.group(group));
        }
      }
    }
    for (String word : command.split("[\\s\"'=,;]+", -1)) {
      if (word.contains("/")) {
        checkPaths(doc, line, word, false);
      }
    }
  }

  private void checkMember(String doc, int line, String type, String member) {
    String source = sourceOfType.get(type);
    if (source == null) {
      checkNames(doc, line, type + " " + member);
    } else if (!Pattern.compile("\\b" + member + "\\b").matcher(source).find()) {
      add(doc, line, type + "." + member, "is no member of that class");
    }
  }

  /** A file or folder if it looks like one, otherwise a name if that is wanted. */
  private void checkPaths(String doc, int line, String code, boolean names) {
    String path = code.replaceFirst("^\\./", "").replaceFirst("[/.,:]+$", "");
    String first = path.contains("/") ? path.substring(0, path.indexOf('/')) : path;
    boolean ours = path.contains("/") && paths.contains(first) && !code.startsWith("/");
    boolean named = FILE_NAME.matcher(path).matches() && path.matches("[\\w./{},*-]+");
    if ((ours || named) && !code.startsWith("/") && !path.contains("://")) {
      checkPath(doc, line, path);
    } else if (names) {
      checkNames(doc, line, code);
    }
  }

  private void checkPath(String doc, int line, String path) {
    // Made by a build or a run, or a word that the reader replaces.
    if (path.matches("(?:.*/)?(?:target|\\.aws-sam|\\.tools|\\.local-data|node_modules)(?:/.*)?")
        || (path.matches(".*(?:[A-Z]{3,}|<|…|\\.\\.\\.|\\$).*") && !path.contains("README"))) {
      return;
    }
    String pattern =
        Pattern.quote(path.replaceFirst("#.*", ""))
            .replace("**", "\\E.*\\Q")
            .replaceAll("\\*", "\\\\E[^/]*\\\\Q")
            .replace("{", "\\E(?:\\Q")
            .replace("}", "\\E)\\Q")
            .replace(",", "\\E|\\Q");
    String beside = Path.of(doc).resolveSibling("").toString();
    if (!paths.contains(path)
        && !paths.contains(beside + "/" + path)
        && paths.stream().noneMatch(Pattern.compile("(?:.*/)?" + pattern).asMatchPredicate())) {
      add(doc, line, path, "is no file or folder");
    }
  }

  private void checkNames(String doc, int line, String code) {
    for (MatchResult found : WORD.matcher(code).results().toList()) {
      String word = found.group();
      boolean outside =
          (found.start() > 0 && "/$@%…*".indexOf(code.charAt(found.start() - 1)) >= 0)
              || code.contains("://")
              || word.matches("[\\d.]+.*");
      boolean called = found.end() < code.length() && code.charAt(found.end()) == '(';
      if (!outside && NAME.matcher(word).matches()) {
        for (String part : called ? word.split("\\.", -1) : new String[] {word}) {
          checkWord(doc, line, part);
        }
      }
    }
  }

  private void checkWord(String doc, int line, String word) {
    if (!words.contains(word)) {
      add(doc, line, word, "is not in the project");
    }
  }

  private void add(String doc, int line, String name, String wrong) {
    if (allowed.stream().noneMatch(pattern -> pattern.matcher(name).matches())) {
      findings.add("%s:%d: %s %s".formatted(doc, line, name, wrong));
    }
  }

  private void index(String path, String text) {
    if (path.endsWith(".java")) {
      TYPE.matcher(text)
          .results()
          .forEach(type -> sourceOfType.merge(type.group(1), text, String::concat));
    }
    String code = path.endsWith(".java") ? JAVA_COMMENT.matcher(text).replaceAll("") : text;
    for (MatchResult found : WORD.matcher(code).results().toList()) {
      String word = found.group();
      words.add(word);
      for (String part : word.split("[.-]", -1)) {
        words.add(part);
      }
    }
  }

  private List<Path> files() {
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return SKIPPED_FOLDERS.contains(folder.getFileName().toString())
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              files.add(file);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
