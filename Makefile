# Short names for the project's commands. `make` lists them.
.DEFAULT_GOAL := help
.PHONY: help screenshots run run-memory tables staff faqs forms leads quarantine release backfill consent-proof send-samples \
	test test-times verify template-check format \
	spam-measure model withdraw questions votes answer-eval answer-calibration answer-vectors \
	testimonials approve reject sam-check user-check build image-template build-images invoke start-api deploy clean

# The SAM CLI that .ci/install-tools installs, if it is there.
export PATH := $(CURDIR)/.tools/sam/bin:$(PATH)

MVN := mvn -B -ntp
LOCAL := $(MVN) -q compile exec:java -Dexec.args
FLAGS = $(if $(PORT),--port $(PORT)) $(if $(WATCH),--watch) $(if $(DEBUG),--no-timeouts)
# DEBUG=1: a debugger can attach to port 5005.
DEBUGGER = $(if $(DEBUG),MAVEN_OPTS="$$MAVEN_OPTS -agentlib:jdwp=transport=dt_socket$(comma)server=y$(comma)suspend=n$(comma)address=5005")
comma := ,
STAFF := $(MVN) -q -Pstaff -pl staff -am compile exec:java -Dexec.args
# Stops with one line when a variable is missing: $(call need,ID)
need = $(if $($1),$($1),$(error Set $1=..., see make help))
# Which table: ENDPOINT=http://localhost:PORT as the local server prints it, or TABLE=name of a deployed one.
TARGET = $(if $(ENDPOINT),--endpoint $(ENDPOINT),--table $(if $(TABLE),$(TABLE),$(error Set ENDPOINT=... or TABLE=..., see make help)))
# The same with the table of the records of consent: CONSENTS=its name, with TABLE.
TARGETS = $(TARGET) $(if $(CONSENTS),--consents $(CONSENTS))

# What the functions are made of, and the mark that they are packaged.
SOURCES := $(shell find functions libraries tools/build tools/sandbox pom.xml template.yaml .mvn -type f -not -path '*/target/*' 2>/dev/null)
PACKAGED := target/packaged

# Benchmarks, built without running tests.
.PHONY: answers-built bench-built bench-artifacts bench-cold bench-pages bench-warm bench-growth bench-answers
BENCH = java --enable-native-access=ALL-UNNAMED -Dproject.root=. -cp "bench/target/classes:$$(cat bench/target/runtime-classpath.txt)" com.avonsolutions.bench
ASK = java -Dproject.root=. -cp "libraries/answers/target/classes:libraries/answers/target/test-classes:$$(cat libraries/answers/target/test-classpath.txt)" com.avonsolutions.answers

help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## Serve the site on http://localhost:8080, data kept in .local-data: PORT=8081 WATCH=1 DEBUG=1 ARGS="--no-samples"
	$(DEBUGGER) $(LOCAL)="$(FLAGS) $(ARGS)"

run-memory: ## The same with tables that are gone when it stops
	$(DEBUGGER) $(LOCAL)="--memory $(FLAGS) $(ARGS)"

tables: ## Only DynamoDB Local with the tables on port 8000, for sam local
	$(LOCAL)="--tables-only"

staff: ## Run a staff command: ARGS="leads list --endpoint http://localhost:PORT"; ARGS=--help lists them
	$(STAFF)="$(ARGS)"

# Short names; --help describes the commands.
leads: ## staff leads list: DAY=2026-11-22 ENDPOINT=... or TABLE=...
	$(STAFF)="leads list $(DAY) $(TARGET)"

quarantine: ## staff leads quarantine: MONTH=2026-11 ENDPOINT=... or TABLE=...
	$(STAFF)="leads quarantine $(MONTH) $(TARGET)"

release: ## staff leads release: ID=... ENDPOINT=... or TABLE=... CONSENTS=...
	$(STAFF)="leads release $(call need,ID) $(TARGETS)"

withdraw: ## staff leads withdraw: WHO=... ENDPOINT=... or TABLE=..., YES=1 to erase
	$(STAFF)="leads withdraw $(call need,WHO) $(if $(YES),--yes) $(TARGET)"

backfill: ## staff leads backfill meta: FORM=... SINCE=2026-11-01 AFTER=... DRY_RUN=1 ENDPOINT=... or TABLE=... CONSENTS=...
	$(STAFF)="leads backfill meta $(call need,FORM) $(if $(SINCE),--since $(SINCE)) $(if $(AFTER),--after $(AFTER)) $(if $(DRY_RUN),--dry-run) $(TARGETS)"

consent-proof: ## staff consent proof: ID=... ENDPOINT=... or TABLE=...
	$(STAFF)="consent proof $(call need,ID) $(TARGET)"

forms: ## staff forms load: FOLDER=... ENDPOINT=... or TABLE=... CONSENTS=...
	$(STAFF)="forms load $(call need,FOLDER) $(TARGETS)"

faqs: ## staff faqs load: ENDPOINT=... or TABLE=...
	$(STAFF)="faqs load $(TARGET)"

questions: ## staff questions list: MONTH=2026-11 FAQS=... ENDPOINT=... or TABLE=...
	$(STAFF)="questions list $(MONTH) $(TARGET) $(if $(FAQS),--faqs $(FAQS))"

votes: ## staff votes list: MONTH=2026-11 ENDPOINT=... or TABLE=...
	$(STAFF)="votes list $(MONTH) $(TARGET)"

testimonials: ## staff testimonials list: STATE=approved ENDPOINT=... or TABLE=...
	$(STAFF)="testimonials list $(STATE) $(TARGET)"

approve: ## staff testimonials approve: ID=... ENDPOINT=... or TABLE=...
	$(STAFF)="testimonials approve $(call need,ID) $(TARGET)"

reject: ## staff testimonials reject: ID=... ENDPOINT=... or TABLE=...
	$(STAFF)="testimonials reject $(call need,ID) $(TARGET)"

send-samples: ## staff samples send: BASE=https://... ONLY=meta,linkedin
	$(STAFF)="samples send $(call need,BASE) $(if $(ONLY),--only $(ONLY))"

test: ## The tests of one module: make test MODULE=functions/contact
	$(MVN) -pl $(or $(MODULE),functions/contact) -am test

screenshots: ## Save screenshots of every page, phone and desktop, into local/target/screenshots
	$(MVN) -q -pl local -am test -Dtest='*BrowserTest' -Dsurefire.failIfNoSpecifiedTests=false -Dscreenshots=true

test-times: ## Where the time of the last tests went
	@java -cp tools/build/target/classes com.avonsolutions.build.TestSummary . --times

verify: ## Tests, format and static analysis of all modules
	$(MVN) verify

template-check: ## Check the resources of template.yaml and cloudfront.yaml
	@.ci/install-tools
	.tools/sam/bin/python tools/rules/template-rules

format: ## Format the Java sources as the build wants them
	$(MVN) -q spotless:apply

model: ## Check exactly-once storage in any number of seeded scenarios: SEEDS=5000, and FROM=1234 to begin there
	$(MVN) -q -pl tools/exactly-once -am test -Dtest='ExactlyOnceTest#everyAcknowledgedAttempt*' \
	  -Dsurefire.failIfNoSpecifiedTests=false -Dmodel.seeds=$(or $(SEEDS),1000) -Dmodel.from=$(or $(FROM),1) -Dtest.quiet=false

spam-measure: ## Print what the spam filter finds in the labelled texts, and what it finds wrongly
	$(MVN) -q -pl functions/contact -am test -Dtest=SpamMeasureTest -Dsurefire.failIfNoSpecifiedTests=false -Dtest.quiet=false

sam-check: ## Check the site with SAM CLI and Docker: PARTS="template build" for some parts only
	@.ci/install-tools
	.tools/sam/bin/python .ci/sam-check $(PARTS)

user-check: ## Run what README, this list and the docs name, as a user does: PARTS="commands beside" for some parts only
	@.ci/user-check $(PARTS)

answers-built:
	@$(MVN) -q -DskipTests -pl libraries/answers -am test-compile

answer-eval: answers-built ## Measure the answers to a set: SET=file.json, JSON=1 for a line of JSON; without SET, visitors' questions
	@$(ASK).AnswerEvaluation $(SET) $(if $(JSON),json)

answer-calibration: answers-built ## Show where the numbers that decide about answers come from: SETS="file.json ..."
	@$(ASK).AnswerCalibration $(SETS)

bench-built:
	@$(MVN) -q -DskipTests -pl bench -am compile

bench-cold: bench-built bench-artifacts ## Compare cold starts of the contact function with baselines: JDK25=/path/of/a/jdk ARGS="--rounds 20"
	@$(BENCH).cold.ColdBench --java $(JDK25)/bin/java $(ARGS)

# The contact function as deployed, the Java baseline as jars and packaged like contact, and Lambda's runtime client.
JDK25 ?= $(firstword $(wildcard /usr/lib/jvm/*25*) $(JAVA_HOME))
ARTIFACTS := bench/target/artifacts
BASELINE_JARS = bench/baseline-java/target/lambda/lib/*.jar bench/baseline-java/target/baseline-java-*.jar

bench-artifacts: $(PACKAGED)
	@$(MVN) -q -Dmaven.test.skip=true -pl bench/baseline-java package
	@$(MVN) -q -f .ci/lambda-image/pom.xml dependency:copy-dependencies -DoutputDirectory="$(CURDIR)/bench/target/ric"
	@rm -rf $(ARTIFACTS)
	@$(MAKE) -s build-ContactFunction ARTIFACTS_DIR=$(ARTIFACTS)/contact
	@mkdir -p $(ARTIFACTS)/baseline/lib && cp $(BASELINE_JARS) $(ARTIFACTS)/baseline/lib/
	@$(LAY_OUT) $(ARTIFACTS)/baseline-jar/lib/function.jar $(BASELINE_JARS)
	@if command -v npm >/dev/null; then cd bench/baseline-node && npm ci -s --ignore-scripts && npm run -s build 2>/dev/null; fi

bench-pages: bench-built ## Weigh every page and audit four with Lighthouse, into docs/performance.md
	@$(BENCH).pages.PagesBench

bench-warm: bench-built ## Measure throughput, latency and allocation of warm functions
	@$(BENCH).warm.WarmBench

bench-growth: bench-built ## Measure capacity and latency of each route while the tables grow: ARGS="--rows 1000,100000"
	@$(BENCH).growth.GrowthBench $(ARGS)

bench-answers: bench-built answers-built ## Measure how long answers take with 150 to 15,000 entries
	@$(ASK).AnswerSpeed > bench/target/answers.md
	@$(BENCH).WriteSection bench-answers bench/target/answers.md

answer-vectors: ## Make the word vectors anew, as libraries/answers/src/vectors/README.md says, and compare
	libraries/answers/src/vectors/rebuild

build: ## Build the functions as they are deployed
	sam build

image-template: ## Make image/target/template.yaml, with container images instead of zips: BASE=... for another base image
	@rm -rf image/target
	$(MVN) -q -pl tools/sandbox compile exec:java -Dexec.skip=false -Dexec.args="image/target $(BASE)" \
	  -Dmain.class=com.avonsolutions.sandbox.template.ImageTemplate

build-images: image-template $(PACKAGED) ## Build the container images: FUNCTION=ContactFunction for one alone
	@for folder in image/target/$(or $(FUNCTION),*Function); do \
	  $(MAKE) -s build-$${folder##*/} ARTIFACTS_DIR=$$folder || exit; done
	sam build $(FUNCTION) --template image/target/template.yaml $(IMAGES_CONFIG) --build-dir .aws-sam/images \
	  $(if $(PARAMETERS),--parameter-overrides $(PARAMETERS))

# Otherwise SAM looks for it in the template's folder.
IMAGES_CONFIG = --config-file "$(CURDIR)/samconfig.toml"

invoke: ## Send one event through sam local: FUNCTION=ContactFunction EVENT=events/contact/post-json.json
	@.ci/sam-check ready
	sam local invoke $(FUNCTION) -e $(EVENT)

start-api: ## Serve the API through sam local; needs `make tables` in another window
	@.ci/sam-check ready --port 3000
	sam local start-api

deploy: ## Deploy to the cloud: make deploy STAGE=production SITE_URL=https://www.example.com, IMAGES=1 for container images
	sam deploy $(if $(IMAGES),--template .aws-sam/images/template.yaml $(IMAGES_CONFIG) --resolve-image-repos) $(if $(STAGE),--config-env $(STAGE)) $(if $(SITE_URL)$(PARAMETERS),--parameter-overrides Release=$$(date +%s) $(if $(SITE_URL),SiteUrl=$(SITE_URL)) $(PARAMETERS))

clean: ## Remove what builds made, but not local data
	$(MVN) -q clean
	rm -rf .aws-sam image/target

# The module of a function, by its logical id: the package below com.avonsolutions of its Handler.
module_of = $(shell awk -F '[:. ]+' '/^  [A-Za-z0-9]+:/ { id = $$2 } id ~ /^$1$$/ && $$2 == "Handler" { print $$5 }' template.yaml | sort -u)
comma := ,
space := $() $()

# `sam build` calls build-<LogicalId> for every function. They share one Maven run, which is skipped when
# nothing has changed.
$(PACKAGED): $(SOURCES)
	@rm -rf functions/*/target/lambda functions/*/target/*.jar libraries/*/target/*.jar # jars of old versions would ship too
	$(MVN) -q -Dmaven.test.skip=true -pl $(subst $(space),$(comma),$(addprefix functions/,$(call module_of,.*))) -am package
	@mkdir -p $(@D) && touch $@

# One jar for each module, shared by its functions, as those of hooks; each starts only the beans that its
# settings need.
LAY_OUT = java -cp tools/build/target/classes com.avonsolutions.build.LayOutFunction

.PRECIOUS: functions/%/target/lambda/function.jar
functions/%/target/lambda/function.jar: $(PACKAGED)
	@$(LAY_OUT) $@ functions/$*/target/lambda/lib/*.jar functions/$*/target/$*-*.jar

# $(call jar_of,LogicalId,module) stops with one line when template.yaml or the folder does not fit.
jar_of = $(if $2,,$(error template.yaml has no function $1 with a Handler in com.avonsolutions))$(if $(wildcard functions/$2/pom.xml),functions/$2/target/lambda/function.jar,$(error The Handler of $1 says that its module is functions/$2, which has no pom.xml))

.SECONDEXPANSION:
build-%: $$(call jar_of,$$*,$$(call module_of,$$*))
	@mkdir -p "$(ARTIFACTS_DIR)/lib" && cp $< "$(ARTIFACTS_DIR)/lib/"
	@echo "$@: $$(du -sk "$(ARTIFACTS_DIR)" | cut -f1) kB"
