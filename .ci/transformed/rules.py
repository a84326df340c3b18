"""What has to be true of the CloudFormation that SAM makes of template.yaml.

Functions, tables, queues and alarms are found in the template, so whatever is added is held to the
same rules. Each rule yields a complaint for whatever breaks it.
"""

import copy
import json
import logging
import os
import re

os.environ.setdefault("AWS_DEFAULT_REGION", "ap-south-1")  # the translator wants one, and calls nobody

from samtranslator.model.exceptions import InvalidDocumentException  # noqa: E402
from samtranslator.translator.transform import transform  # noqa: E402

logging.getLogger("samtranslator").setLevel(logging.ERROR)

LAMBDA = "AWS::Lambda::Function"
TABLE = "AWS::DynamoDB::Table"
ROLE = "AWS::IAM::Role"
ALARM = "AWS::CloudWatch::Alarm"
LOG_GROUP = "AWS::Logs::LogGroup"

# Tables whose items stay until somebody deletes them.
WITHOUT_EXPIRY = {"FaqsTable", "FormsTable"}

# Tables that hold nothing anybody would miss: counts that expire within minutes.
PASSING = {"CountersTable"}

# What the access log may hold. Path, query, address and agent could tell who a visitor is.
LOGGED = {
    "requestId", "requestTime", "routeKey", "status", "protocol", "responseLength",
    "integrationLatency", "responseLatency", "integrationErrorMessage",
}

# Secrets are made by hand, before the stack: docs/deployment.md#secrets
SECRET = "arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/avon/"

# With gradual deployment SAM makes a role for CodeDeploy, with the policy AWS keeps for just that.
CODEDEPLOY_POLICY = "policy/service-role/AWSCodeDeployRoleForLambda"


class NoManagedPolicies:
    """The translator asks this for managed policies by name. None is used, so none is known."""

    def load(self):
        return {}


def translate(template, **parameters):
    """The CloudFormation template, as if the code had been packaged."""
    template = copy.deepcopy(template)
    for resource in template["Resources"].values():
        if resource["Type"] == "AWS::Serverless::Function":
            resource["Properties"]["CodeUri"] = "s3://bucket/code"
    return transform(template, parameters, NoManagedPolicies())


class Stack:
    """A transformed template, asked by type."""

    def __init__(self, template):
        self.template = template
        self.resources = template["Resources"]

    def of(self, *types):
        return {i: r for i, r in self.resources.items() if r["Type"] in types}

    def properties(self, logical_id):
        return self.resources[logical_id].get("Properties", {})

    def alias_of(self, function):
        """The logical id of the function's alias, or None."""
        for logical_id, alias in self.of("AWS::Lambda::Alias").items():
            if names(alias["Properties"]["FunctionName"]) == {function}:
                return logical_id
        return None


def names(value):
    """The logical ids and parameters that a value refers to, by Ref, GetAtt or Sub, at any depth."""
    if isinstance(value, list):
        return set().union(*map(names, value)) if value else set()
    if not isinstance(value, dict):
        return set()
    found = set()
    for key, argument in value.items():
        if key == "Ref":
            found.add(argument)
        elif key == "Fn::GetAtt":
            found.add(argument.split(".")[0] if isinstance(argument, str) else argument[0])
        elif key == "Fn::Sub":
            text, variables = (argument, {}) if isinstance(argument, str) else argument
            inner = {n.split(".")[0] for n in re.findall(r"\$\{([^!][^}]*)}", text)}
            found |= (inner - set(variables)) | names(variables)
        elif key == "Fn::If":
            found |= names(argument[1:])
        elif key != "Condition":
            found |= names(argument)
    return {name for name in found if not name.startswith("AWS::")}


def texts(value):
    """Every text in a value, at any depth."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part)


def as_list(value):
    return value if isinstance(value, list) else [value]


def functions_are_published(stack):
    for function in stack.of(LAMBDA):
        versions = [
            i for i, v in stack.of("AWS::Lambda::Version").items()
            if names(v["Properties"]["FunctionName"]) == {function}
        ]
        if len(versions) != 1:
            yield f"{function} has {len(versions)} versions, it needs one"
        alias = stack.alias_of(function)
        if alias is None:
            yield f"{function} has no alias"
        else:
            if stack.properties(alias)["Name"] != "live":
                yield f"{alias} is not named live"
            if names(stack.properties(alias)["FunctionVersion"]) != set(versions):
                yield f"{alias} does not point to the version of {function}"
        if stack.properties(function).get("SnapStart") != {"ApplyOn": "PublishedVersions"}:
            yield f"{function} has no SnapStart"
        if stack.properties(function).get("Runtime") != "java25":
            yield f"{function} does not run on java25"


def whether_or_not(value):
    """What stands there when the condition around it holds; a switched source's routes have one."""
    return value["Fn::If"][1] if isinstance(value, dict) and "Fn::If" in value else value


def events_call_the_alias(stack):
    aliases = set(stack.of("AWS::Lambda::Alias"))
    for logical_id, api in stack.of("AWS::ApiGatewayV2::Api").items():
        for path, methods in api["Properties"]["Body"]["paths"].items():
            for method, operation in whether_or_not(methods).items():
                operation = whether_or_not(operation)
                uri = operation["x-amazon-apigateway-integration"]["uri"]
                if not names(uri) <= aliases:
                    yield f"{logical_id}: {method} {path} calls {names(uri)}, no alias"
    callers = {
        "AWS::Lambda::Permission": lambda p: p["FunctionName"],
        "AWS::Lambda::EventSourceMapping": lambda p: p["FunctionName"],
        "AWS::Events::Rule": lambda p: [target["Arn"] for target in p["Targets"]],
        "AWS::Scheduler::Schedule": lambda p: p["Target"]["Arn"],
    }
    for logical_id, resource in stack.of(*callers).items():
        target = names(callers[resource["Type"]](resource["Properties"]))
        if not target or not target <= aliases:
            yield f"{logical_id} calls {target}, no alias"


def roles_name_what_they_may_do(stack):
    owners = {}
    for function in stack.of(LAMBDA):
        role = names(stack.properties(function)["Role"])
        for other in owners.setdefault(next(iter(role)), []):
            yield f"{function} shares {role} with {other}"
        owners[next(iter(role))].append(function)
    for logical_id, role in stack.of(ROLE).items():
        properties = role["Properties"]
        services = set()
        for statement in properties["AssumeRolePolicyDocument"]["Statement"]:
            services |= set(as_list(statement["Principal"].get("Service", "nobody")))
        managed = properties.get("ManagedPolicyArns", [])
        if services == {"codedeploy.amazonaws.com"}:
            managed = [arn for arn in managed if not str(arn).endswith(CODEDEPLOY_POLICY)]
        elif logical_id in owners and services != {"lambda.amazonaws.com"}:
            yield f"{logical_id} can be assumed by {services}"
        if managed:
            yield f"{logical_id} has managed policies: {managed}"
        for policy in properties.get("Policies", []):
            for statement in policy["PolicyDocument"]["Statement"]:
                yield from statement_is_narrow(stack, logical_id, owners, statement)
    for logical_id in stack.of("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy"):
        yield f"{logical_id} gives rights outside of the role"


def statement_is_narrow(stack, role, owners, statement):
    here = f"{role}, {statement.get('Sid')}"
    if "NotAction" in statement or "NotResource" in statement or statement["Effect"] != "Allow":
        yield f"{here}: is not a plain list of what is allowed"
        return
    for action in as_list(statement["Action"]):
        if "*" in action:
            yield f"{here}: the action {action} has a star"
    for resource in as_list(statement["Resource"]):
        # Forms are made in a table, so no template can name their secrets one by one.
        forms = next(texts(resource), "").endswith("parameter${SecretsPath}/forms/*")
        # A stream's name ends with the time it was made, and it is found by listing.
        stream = statement["Action"] == "dynamodb:ListStreams" and next(texts(resource), "").endswith("Table.Arn}/stream/*")
        if any("*" in text for text in texts(resource)) and not forms and not stream:
            yield f"{here}: the resource {resource} has a star"
        elif not names(resource) and not next(texts(resource)).startswith(SECRET):
            yield f"{here}: the resource {resource} names nothing of this template"
        for name in names(resource) & set(stack.of(LOG_GROUP)):
            for function in owners.get(role, []):
                if names(stack.properties(function)["LoggingConfig"].get("LogGroup")) != {name}:
                    yield f"{here}: {name} is not the log group of {function}"
        for name in names(resource) & set(stack.of(TABLE)):
            index = re.search(r"/index/(.*)", next(texts(resource), ""))
            known = stack.properties(name).get("GlobalSecondaryIndexes", [])
            if index and index.group(1) not in [known_index["IndexName"] for known_index in known]:
                yield f"{here}: {name} has no index {index.group(1)}"


def tables_keep_their_data(stack):
    for logical_id, table in stack.of(TABLE).items():
        properties = table["Properties"]
        facts = {
            "is not encrypted": properties.get("SSESpecification", {}).get("SSEEnabled") is True,
            "is not on demand": properties.get("BillingMode") == "PAY_PER_REQUEST",
            "has a name of its own, which a restore could not take over": "TableName" not in properties,
        }
        if logical_id not in PASSING:
            recovery = properties.get("PointInTimeRecoverySpecification", {})
            facts |= {
                "is not retained on deletion": table.get("DeletionPolicy") == "Retain",
                "is not retained on replacement": table.get("UpdateReplacePolicy") == "Retain",
                "is not protected": properties.get("DeletionProtectionEnabled") is True,
                "has no point-in-time recovery": recovery.get("PointInTimeRecoveryEnabled") is True,
            }
        yield from (f"{logical_id} {wrong}" for wrong, right in facts.items() if not right)
        expiry = properties.get("TimeToLiveSpecification", {"Enabled": False})
        if expiry["Enabled"] is not True and logical_id not in WITHOUT_EXPIRY:
            yield f"{logical_id} forgets nothing by itself"
    for table in ("LeadsTable", "TestimonialsTable"):
        view = stack.properties(table).get("StreamSpecification", {}).get("StreamViewType")
        if view != "NEW_AND_OLD_IMAGES":
            yield f"{table} has no stream"


def logs_end(stack):
    for logical_id, group in stack.of(LOG_GROUP).items():
        if "RetentionInDays" not in group["Properties"]:
            yield f"{logical_id} keeps logs for ever"
    for function in stack.of(LAMBDA):
        logging = stack.properties(function).get("LoggingConfig", {})
        if logging.get("LogFormat") != "JSON":
            yield f"{function} does not log in JSON"
        if names(logging.get("LogGroup")) != {function + "LogGroup"}:
            yield f"{function} has no log group of its own"


def stage_is_guarded(stack):
    stages = stack.of("AWS::ApiGatewayV2::Stage")
    if len(stages) != 1:
        yield f"there are {len(stages)} stages"
    for logical_id, stage in stages.items():
        settings = stage["Properties"].get("DefaultRouteSettings", {})
        for limit in ("ThrottlingBurstLimit", "ThrottlingRateLimit"):
            if not settings.get(limit):
                yield f"{logical_id} has no {limit}"
        log = stage["Properties"].get("AccessLogSettings")
        if log is None:
            yield f"{logical_id} has no access log"
            continue
        if not names(log["DestinationArn"]) <= set(stack.of(LOG_GROUP)):
            yield f"{logical_id} logs to no log group of this template"
        try:
            json.loads(log["Format"])
        except ValueError as wrong:
            yield f"{logical_id}: the access log is not JSON: {wrong}"
        logged = set(re.findall(r"\$context\.([\w.]+)", log["Format"]))
        if not logged <= LOGGED:
            yield f"{logical_id} logs what may be personal: {sorted(logged - LOGGED)}"
    for logical_id, api in stack.of("AWS::ApiGatewayV2::Api").items():
        if "$default" not in api["Properties"]["Body"]["paths"]:
            yield f"{logical_id} has no default route"


def alarms_watch_everything(stack):
    watched = set()
    for logical_id, alarm in stack.of(ALARM).items():
        properties = alarm["Properties"]
        if "AlarmTopicArn" not in names(properties.get("AlarmActions", [])):
            yield f"{logical_id} notifies nobody"
        if properties.get("TreatMissingData") != "notBreaching":
            yield f"{logical_id} sounds when nothing happens"
        of = frozenset(names(properties.get("Dimensions", [])))
        query = properties.get("Metrics", [{}])[0].get("Expression", "")
        statistic = properties.get("ExtendedStatistic", "")
        watched.add((properties.get("MetricName", query), statistic, of))

    def expect(metric, *of, statistic=""):
        if (metric, statistic, frozenset(of)) not in watched:
            yield f"no alarm watches {metric} {statistic} of {', '.join(of) or 'all'}"

    for function in stack.of(LAMBDA):
        yield from expect("Errors", function)
        yield from expect("Duration", function, statistic="p99")
    for mapping in stack.of("AWS::Lambda::EventSourceMapping").values():
        if names(mapping["Properties"]["EventSourceArn"]) & set(stack.of(TABLE)):
            alias = next(iter(names(mapping["Properties"]["FunctionName"])))
            yield from expect("IteratorAge", *names(stack.properties(alias).get("FunctionName")))
    for queue in stack.of("AWS::SQS::Queue"):
        if "RedrivePolicy" not in stack.properties(queue):
            yield from expect("ApproximateNumberOfMessagesVisible", queue)
    for api in stack.of("AWS::ApiGatewayV2::Api"):
        yield from expect("5xx", api)
    yield from expect("Throttles")
    for metric in ("ThrottledRequests", "SystemErrors"):
        yield from expect(f'SELECT SUM({metric}) FROM SCHEMA("AWS/DynamoDB", Operation, TableName)')


def queues_lose_nothing(stack):
    for logical_id, queue in stack.of("AWS::SQS::Queue").items():
        properties = queue["Properties"]
        if properties.get("SqsManagedSseEnabled") is not True and "KmsMasterKeyId" not in properties:
            yield f"{logical_id} is not encrypted"
        if "RedrivePolicy" not in properties and properties.get("MessageRetentionPeriod") != 1209600:
            yield f"{logical_id} is the last stop and forgets before 14 days"


def dashboard_is_readable(stack):
    dashboards = stack.of("AWS::CloudWatch::Dashboard")
    if not dashboards:
        yield "there is no dashboard"
    for logical_id, dashboard in dashboards.items():
        body = re.sub(r"\$\{[^}]*}", "x", dashboard["Properties"]["DashboardBody"]["Fn::Sub"])
        try:
            widgets = json.loads(body)["widgets"]
        except ValueError as wrong:
            yield f"{logical_id} is not JSON: {wrong}"
            continue
        places = [
            (x, y) for w in widgets
            for x in range(w["x"], w["x"] + w["width"]) for y in range(w["y"], w["y"] + w["height"])
        ]
        if len(places) != len(set(places)) or any(x >= 24 for x, _ in places):
            yield f"{logical_id}: widgets overlap or stand out"


def nothing_goes_in_circles(stack):
    edges = {}
    for logical_id, resource in stack.resources.items():
        needs = names(resource.get("Properties", {})) | names(resource.get("UpdatePolicy", {}))
        needs |= set(as_list(resource.get("DependsOn", [])))
        edges[logical_id] = needs & set(stack.resources)
    settled = set()
    while True:
        ready = {i for i, needs in edges.items() if i not in settled and needs <= settled}
        if not ready:
            break
        settled |= ready
    if settled != set(edges):
        yield f"need each other in a circle: {sorted(set(edges) - settled)}"


def a_deploy_asks_for_nothing(stack):
    for name, parameter in stack.template["Parameters"].items():
        if "Default" not in parameter:
            yield f"the parameter {name} has no default"
        if parameter.get("NoEcho"):
            yield f"the parameter {name} has NoEcho, a guided deploy cannot leave it empty"
    for kind, limit in {"Resources": 500, "Parameters": 200, "Outputs": 200}.items():
        if len(stack.template[kind]) > limit:
            yield f"CloudFormation takes {limit} {kind}, there are {len(stack.template[kind])}"


def no_deployment_group_by_default(stack):
    for logical_id, resource in stack.resources.items():
        if resource["Type"].startswith("AWS::CodeDeploy::") or "UpdatePolicy" in resource:
            yield f"{logical_id} brings in CodeDeploy, though DeploymentType is none"


def gradual_deployment_goes_back_on_alarm(stack):
    for function in stack.of(LAMBDA):
        group = function + "DeploymentGroup"
        if group not in stack.resources:
            yield f"{function} is not deployed gradually"
            continue
        properties = stack.properties(group)
        if names(properties.get("AlarmConfiguration")) != {function + "ErrorsAlarm"}:
            yield f"{group} does not heed {function}ErrorsAlarm"
        if "DEPLOYMENT_STOP_ON_ALARM" not in properties["AutoRollbackConfiguration"]["Events"]:
            yield f"{group} does not go back on an alarm"
        if stack.resources[group].get("Condition") != stack.resources[function].get("Condition"):
            yield f"{group} is there without {function}"
        alias = stack.resources.get(stack.alias_of(function), {})
        if group not in names(alias.get("UpdatePolicy", {})):
            yield f"the alias of {function} does not wait for {group}"


def a_new_release_publishes(template):
    first, second = (
        set(Stack(translate(template, Release=release)).of("AWS::Lambda::Version"))
        for release in ("r1", "r2")
    )
    for version in first & second:
        yield f"{version} stays when Release changes"


ALWAYS = [
    functions_are_published,
    events_call_the_alias,
    roles_name_what_they_may_do,
    tables_keep_their_data,
    logs_end,
    stage_is_guarded,
    alarms_watch_everything,
    queues_lose_nothing,
    dashboard_is_readable,
    nothing_goes_in_circles,
    a_deploy_asks_for_nothing,
]


def check(template):
    """Goes through the rules: for each its name, and what it has to complain about."""
    variants = {
        "as deployed by default": ({}, [no_deployment_group_by_default]),
        "deployed gradually": (
            {"DeploymentType": "Canary10Percent5Minutes"}, [gradual_deployment_goes_back_on_alarm]),
    }
    for variant, (parameters, rules) in variants.items():
        try:
            stack = Stack(translate(template, **parameters))
        except InvalidDocumentException as wrong:
            yield f"SAM transforms it, {variant}", [cause.message for cause in wrong.causes]
            return
        for rule in ALWAYS + rules:
            yield f"{rule.__name__}, {variant}", list(rule(stack))
    yield a_new_release_publishes.__name__, list(a_new_release_publishes(template))
