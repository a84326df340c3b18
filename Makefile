# Short names for the project's commands. `make` lists them.
.DEFAULT_GOAL := help
.PHONY: help run run-memory tables staff faqs forms leads quarantine release backfill send-samples \
	test verify template-check format \
	spam-measure model withdraw questions votes answer-eval answer-calibration answer-vectors \
	testimonials approve reject sam-check build image-template build-images invoke start-api deploy clean

# The SAM CLI of `make sam-check`, where it is.
export PATH := $(CURDIR)/.tools/sam/bin:$(PATH)

MVN := mvn -B -ntp
LOCAL := $(MVN) -q compile exec:java -Dexec.args
STAFF := $(MVN) -q -Pstaff -pl staff -am compile exec:java -Dexec.args
# Stops with one line when a variable is missing: $(call need,ID)
need = $(if $($1),$($1),$(error Set $1=..., see make help))
FUNCTION_MODULES := functions/pages,functions/contact,functions/drain,functions/hooks,functions/testimonials,functions/faq
# Which table: ENDPOINT=http://localhost:PORT as the local server prints it, or TABLE=name of a deployed one.
TARGET = $(if $(ENDPOINT),--endpoint $(ENDPOINT),--table $(if $(TABLE),$(TABLE),$(error Set ENDPOINT=... or TABLE=..., see make help)))

# What the functions are made of, and the mark that they are packaged.
SOURCES := $(shell find functions libraries tools/build pom.xml template.yaml .mvn -type f -not -path '*/target/*' 2>/dev/null)
PACKAGED := target/packaged

# What measures, built without running tests.
.PHONY: answers-built bench-built bench-artifacts bench-cold bench-pages bench-warm bench-growth bench-answers
BENCH = java --enable-native-access=ALL-UNNAMED -Dproject.root=. -cp bench/target/classes:$$(cat bench/target/runtime-classpath.txt) com.avonsolutions.bench
ASK = java -Dproject.root=. -cp libraries/answers/target/classes:libraries/answers/target/test-classes:$$(cat libraries/answers/target/test-classpath.txt) com.avonsolutions.answers

help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## Serve the site on http://localhost:8080, data kept in .local-data: PORT=8081, ARGS="--no-samples"
	$(LOCAL)="$(if $(PORT),--port $(PORT)) $(ARGS)"

run-memory: ## The same with tables that are gone when it stops
	$(LOCAL)="--memory $(if $(PORT),--port $(PORT)) $(ARGS)"

tables: ## Only DynamoDB Local with the tables on port 8000, for sam local
	$(LOCAL)="--tables-only"

staff: ## Run a staff command: ARGS="leads list --endpoint http://localhost:PORT"; ARGS=--help lists them
	$(STAFF)="$(ARGS)"

# Short names; --help describes the commands.
leads: ## staff leads list: DAY=2026-11-22 ENDPOINT=... or TABLE=...
	$(STAFF)="leads list $(DAY) $(TARGET)"

quarantine: ## staff leads quarantine: MONTH=2026-11 ENDPOINT=... or TABLE=...
	$(STAFF)="leads quarantine $(MONTH) $(TARGET)"

release: ## staff leads release: ID=... ENDPOINT=... or TABLE=...
	$(STAFF)="leads release $(call need,ID) $(TARGET)"

withdraw: ## staff leads withdraw: WHO=... and YES=1 to erase ENDPOINT=... or TABLE=...
	$(STAFF)="leads withdraw $(call need,WHO) $(if $(YES),--yes) $(TARGET)"

backfill: ## staff leads backfill meta: FORM=... SINCE=2026-11-01 AFTER=... DRY_RUN=1 ENDPOINT=... or TABLE=...
	$(STAFF)="leads backfill meta $(call need,FORM) $(if $(SINCE),--since $(SINCE)) $(if $(AFTER),--after $(AFTER)) $(if $(DRY_RUN),--dry-run) $(TARGET)"

forms: ## staff forms load: FOLDER=... ENDPOINT=... or TABLE=...
	$(STAFF)="forms load $(call need,FOLDER) $(TARGET)"

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

verify: ## Every test and check
	$(MVN) verify

template-check: ## Check what SAM makes of template.yaml: pip install -r .ci/requirements.txt
	.ci/check-transformed

format: ## Format the Java sources as the build wants them
	$(MVN) -q spotless:apply

model: ## Hold exactly once against any number of schedules: SEEDS=5000, and FROM=1234 to begin there
	$(MVN) -q -pl tools/exactly-once -am test -Dtest='ExactlyOnceTest#everyAcknowledgedPress*' \
	  -Dsurefire.failIfNoSpecifiedTests=false -Dmodel.seeds=$(or $(SEEDS),1000) -Dmodel.from=$(or $(FROM),1)

spam-measure: ## Print what the spam filter finds in the labelled texts, and what it finds wrongly
	$(MVN) -q -pl functions/contact -am test -Dtest=SpamMeasureTest -Dsurefire.failIfNoSpecifiedTests=false

sam-check: ## Prove the site with SAM CLI and Docker: PARTS="template build" for some parts only
	@.ci/install-tools
	.ci/sam-check $(PARTS)

answers-built:
	@$(MVN) -q -DskipTests -pl libraries/answers -am test-compile

answer-eval: answers-built ## Measure the answers to a set: SET=file.json, JSON=1 for a line of JSON; without SET, visitors' questions
	@$(ASK).AnswerEvaluation $(SET) $(if $(JSON),json)

answer-calibration: answers-built ## Show where the numbers that decide about answers come from: SETS="file.json ..."
	@$(ASK).AnswerCalibration $(SETS)

bench-built:
	@$(MVN) -q -DskipTests -pl bench -am compile

bench-cold: bench-built bench-artifacts ## Start the contact function beside its twins: JDK25=/path/of/a/jdk ARGS="--rounds 20"
	@$(BENCH).cold.ColdBench --java $(JDK25)/bin/java $(ARGS)

# A function as it is deployed, its twin in jars and in one like it, and Lambda's runtime client.
JDK25 ?= $(firstword $(wildcard /usr/lib/jvm/*25*) $(JAVA_HOME))
ARTIFACTS := $(CURDIR)/bench/target/artifacts
TWIN_JARS = bench/twin-java/target/lambda/lib/*.jar bench/twin-java/target/twin-java-*.jar

bench-artifacts: $(PACKAGED)
	@$(MVN) -q -Dmaven.test.skip=true -pl bench/twin-java package
	@$(MVN) -q -f .ci/lambda-image/pom.xml dependency:copy-dependencies -DoutputDirectory="$(CURDIR)/bench/target/ric"
	@rm -rf $(ARTIFACTS)
	@$(MAKE) -s build-ContactFunction ARTIFACTS_DIR=$(ARTIFACTS)/contact
	@mkdir -p $(ARTIFACTS)/twin/lib && cp $(TWIN_JARS) $(ARTIFACTS)/twin/lib/
	@$(LAY_OUT) $(ARTIFACTS)/twin-jar/lib/function.jar $(TWIN_JARS)
	@if command -v npm >/dev/null; then cd bench/twin-node && npm ci -s --ignore-scripts && npm run -s build 2>/dev/null; fi

bench-pages: bench-built ## Weigh every page and let Lighthouse look at four, into docs/performance.md
	@$(BENCH).pages.PagesBench

bench-warm: bench-built ## Measure requests a second, latency and allocation of functions that have started
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

image-template: ## Make image/target/template.yaml, with container images in place of zips: BASE=... for another base image
	image/template image/target $(BASE)

build-images: image-template $(PACKAGED) ## Build the container images: FUNCTION=ContactFunction for one alone
	@for folder in image/target/$(or $(FUNCTION),*Function); do \
	  $(MAKE) -s build-$${folder##*/} ARTIFACTS_DIR=$$folder || exit; done
	sam build $(FUNCTION) --template image/target/template.yaml $(IMAGES_CONFIG) --build-dir .aws-sam/images \
	  $(if $(PARAMETERS),--parameter-overrides $(PARAMETERS))

# SAM looks for it beside the template otherwise.
IMAGES_CONFIG = --config-file $(CURDIR)/samconfig.toml

invoke: ## One event through sam local: FUNCTION=ContactFunction EVENT=events/contact/post-json.json
	@.ci/sam-check ready
	sam local invoke $(FUNCTION) -e $(EVENT)

start-api: ## The API through sam local; needs `make tables` in another window
	@.ci/sam-check ready --port 3000
	sam local start-api

deploy: ## Deploy to the cloud: make deploy STAGE=production SITE_URL=https://www.example.com, IMAGES=1 for container images
	sam deploy $(if $(IMAGES),--template .aws-sam/images/template.yaml $(IMAGES_CONFIG) --resolve-image-repos) $(if $(STAGE),--config-env $(STAGE)) --parameter-overrides Release=$$(date +%s) $(if $(SITE_URL),SiteUrl=$(SITE_URL)) $(PARAMETERS)

clean: ## Remove what builds made; local data stays
	$(MVN) -q clean
	rm -rf .aws-sam image/target

# `sam build` calls build-<LogicalId> for every function. They share one Maven run, which is spared
# when nothing has changed, and each takes its own module's jar.
$(PACKAGED): $(SOURCES)
	@rm -rf functions/*/target/lambda functions/*/target/*.jar libraries/*/target/*.jar # or old versions would ship too
	$(MVN) -q -Dmaven.test.skip=true -pl $(FUNCTION_MODULES) -am package
	@mkdir -p $(@D) && touch $@

# One jar a module, made once for all of its functions.
LAY_OUT = java -cp tools/build/target/classes com.avonsolutions.build.LayOutFunction

functions/%/target/lambda/function.jar: $(PACKAGED)
	@$(LAY_OUT) $@ functions/$*/target/lambda/lib/*.jar functions/$*/target/$*-*.jar

build-PagesFunction: functions/pages/target/lambda/function.jar
build-ContactFunction: functions/contact/target/lambda/function.jar
build-DrainFunction: functions/drain/target/lambda/function.jar
build-TestimonialsFunction: functions/testimonials/target/lambda/function.jar
build-FaqFunction: functions/faq/target/lambda/function.jar

# The functions of one module share an artifact; each starts only what its own settings ask for.
HOOKS := $(patsubst %,build-%Function,GoogleAds Meta LinkedIn IndiaMart JustDial Webhook LeadDetails)
$(HOOKS): functions/hooks/target/lambda/function.jar

BUILDS := $(patsubst %,build-%Function,Pages Contact Drain Testimonials Faq) $(HOOKS)
.PHONY: $(BUILDS)
$(BUILDS):
	@mkdir -p "$(ARTIFACTS_DIR)/lib" && cp $< "$(ARTIFACTS_DIR)/lib/"
	@echo "$@: $$(du -sk "$(ARTIFACTS_DIR)" | cut -f1) kB"
