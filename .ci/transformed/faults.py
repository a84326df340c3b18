"""The proof that the rules can fail: changes to the template, and what has to be said of each."""

import copy
import json


def properties(template, logical_id):
    return template["Resources"][logical_id]["Properties"]


def rights(template, role):
    return properties(template, role)["Policies"][0]["PolicyDocument"]["Statement"]


def without(path):
    """A change that deletes what stands at the path."""
    *parents, last = path.split("/")

    def change(template):
        for key in parents:
            template = template[key]
        del template[last]

    return change


def setting(path, value):
    """A change that puts a value at the path."""
    *parents, last = path.split("/")

    def change(template):
        for key in parents:
            template = template[key]
        assert template.get(last) != value, f"{path} is {value} already"
        template[last] = value

    return change


def in_statement(part, value):
    def change(template):
        rights(template, "FaqFunctionRole")[-1][part] = value

    return change


def sam_makes_the_role(template):
    del properties(template, "FaqFunction")["Role"]
    del template["Resources"]["FaqFunctionRole"]


def the_api_is_asked_before_a_deployment(template):
    properties(template, "FaqFunction")["DeploymentPreference"]["Alarms"] = [{"Ref": "ServerErrorsAlarm"}]


def log_the_address(template):
    log = properties(template, "SiteApi")["AccessLogSettings"]
    log["Format"] = log["Format"].replace("$context.status", "$context.identity.sourceIp")


def break_the_dashboard(template):
    body = properties(template, "Dashboard")["DashboardBody"]
    body["Fn::Sub"] = body["Fn::Sub"].replace('"widgets": [', '"widgets": [,')


def unwatched_follower(template):
    grow(template)
    del template["Resources"]["FollowerFunctionLagAlarm"]


def unaliased_follower(template):
    grow(template)
    alias = template["Globals"]["Function"].pop("AutoPublishAlias")
    for resource in template["Resources"].values():
        if resource["Type"] == "AWS::Serverless::Function":
            resource["Properties"]["AutoPublishAlias"] = alias
    del properties(template, "FollowerFunction")["AutoPublishAlias"]
    properties(template, "FollowerFunction")["DeploymentPreference"] = {"Enabled": False}


def unwatched_queue(template):
    grow(template)
    del template["Resources"]["FollowerDeadLettersAlarm"]


def short_lived_dead_letters(template):
    grow(template)
    del properties(template, "FollowerDeadLetters")["MessageRetentionPeriod"]


def grow(template):
    """Adds what a site may grow into: a switched function behind a stream, a queue and a clock."""
    resources = template["Resources"]
    template["Conditions"]["Follows"] = {"Fn::Equals": ["a", "a"]}
    for suffix in ("", "Role", "LogGroup", "ErrorsAlarm", "DurationAlarm"):
        text = json.dumps(resources["FaqFunction" + suffix])
        resources["FollowerFunction" + suffix] = json.loads(text.replace("FaqFunction", "FollowerFunction"))
        resources["FollowerFunction" + suffix]["Condition"] = "Follows"
    properties(template, "FollowerFunctionLogGroup")["LogGroupName"] = "follower"
    secret = "arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/avon/follower/key"
    rights(template, "FollowerFunctionRole").append({
        "Sid": "ReadKey", "Effect": "Allow", "Action": "ssm:GetParameter", "Resource": {"Fn::Sub": secret}})
    lag = copy.deepcopy(resources["FollowerFunctionErrorsAlarm"])
    lag["Properties"].update({"MetricName": "IteratorAge", "Statistic": "Maximum"})
    resources["FollowerFunctionLagAlarm"] = lag
    resources["FollowerQueue"] = {
        "Type": "AWS::SQS::Queue",
        "Properties": {
            "SqsManagedSseEnabled": True,
            "RedrivePolicy": {
                "deadLetterTargetArn": {"Fn::GetAtt": ["FollowerDeadLetters", "Arn"]}, "maxReceiveCount": 5},
        },
    }
    resources["FollowerDeadLetters"] = {
        "Type": "AWS::SQS::Queue",
        "Properties": {"SqsManagedSseEnabled": True, "MessageRetentionPeriod": 1209600},
    }
    waiting = copy.deepcopy(resources["FollowerFunctionErrorsAlarm"])
    waiting["Properties"].update({
        "Namespace": "AWS/SQS", "MetricName": "ApproximateNumberOfMessagesVisible",
        "Dimensions": [{"Name": "QueueName", "Value": {"Fn::GetAtt": ["FollowerDeadLetters", "QueueName"]}}],
    })
    del waiting["Condition"]
    resources["FollowerDeadLettersAlarm"] = waiting
    properties(template, "FollowerFunction")["Events"] = {
        "Stream": {"Type": "DynamoDB", "Properties": {
            "Stream": {"Fn::GetAtt": ["LeadsTable", "StreamArn"]}, "StartingPosition": "LATEST"}},
        "Queue": {"Type": "SQS", "Properties": {"Queue": {"Fn::GetAtt": ["FollowerQueue", "Arn"]}}},
        "Clock": {"Type": "Schedule", "Properties": {"Schedule": "rate(1 day)"}},
    }


FAULTS = [
    (without("Globals/Function/SnapStart"), "FaqFunction has no SnapStart"),
    (setting("Globals/Function/AutoPublishAlias", "next"), "FaqFunctionAliasnext is not named live"),
    (setting("Globals/Function/Runtime", "java21"), "FaqFunction does not run on java25"),
    (unaliased_follower, "FollowerFunction has no alias"),
    (unaliased_follower, "FollowerFunctionQueue calls {'FollowerFunction'}, no alias"),
    (sam_makes_the_role, "FaqFunctionRole has managed policies"),
    (setting("Resources/FaqFunction/Properties/Role", {"Fn::GetAtt": ["PagesFunctionRole", "Arn"]}),
     "shares {'PagesFunctionRole'}"),
    (in_statement("Action", "dynamodb:*"), "the action dynamodb:* has a star"),
    (in_statement("Resource", "*"), "the resource * has a star"),
    (in_statement("Resource", {"Fn::Sub": "${FaqsTable.Arn}/index/*"}), "has a star"),
    (in_statement("Resource", {"Fn::Sub": "${FaqsTable.Arn}/stream/*"}), "has a star"),
    (in_statement("Resource", {"Fn::Sub": "arn:aws:ssm:*:*:parameter${SecretsPath}/*"}), "has a star"),
    (in_statement("Resource", {"Fn::Sub": "${FaqsTable.Arn}/index/byDay"}), "FaqsTable has no index byDay"),
    (in_statement("Resource", {"Fn::GetAtt": ["PagesFunctionLogGroup", "Arn"]}),
     "PagesFunctionLogGroup is not the log group of FaqFunction"),
    (in_statement("Resource", "arn:aws:dynamodb:ap-south-1:1:table/other"), "names nothing of this template"),
    (without("Resources/LeadsTable/DeletionPolicy"), "LeadsTable is not retained on deletion"),
    (without("Resources/LeadsTable/Properties/PointInTimeRecoverySpecification"),
     "LeadsTable has no point-in-time recovery"),
    (without("Resources/LeadsTable/Properties/SSESpecification"), "LeadsTable is not encrypted"),
    (without("Resources/LeadsTable/Properties/TimeToLiveSpecification"), "LeadsTable forgets nothing"),
    (without("Resources/LeadsTable/Properties/StreamSpecification"), "LeadsTable has no stream"),
    (without("Resources/FaqFunctionLogGroup/Properties/RetentionInDays"), "keeps logs for ever"),
    (without("Resources/FaqFunction/Properties/LoggingConfig"), "FaqFunction has no log group of its own"),
    (without("Resources/SiteApi/Properties/DefaultRouteSettings"), "has no ThrottlingRateLimit"),
    (without("Resources/SiteApi/Properties/AccessLogSettings"), "has no access log"),
    (log_the_address, "logs what may be personal: ['identity.sourceIp']"),
    (without("Resources/PagesFunction/Properties/Events/Default"), "SiteApi has no default route"),
    (without("Resources/ServerErrorsAlarm"), "no alarm watches 5xx"),
    (without("Resources/FunctionThrottlesAlarm"), "no alarm watches Throttles"),
    (without("Resources/TableErrorsAlarm"), "no alarm watches SELECT SUM(SystemErrors)"),
    (without("Resources/FaqFunctionDurationAlarm"), "no alarm watches Duration p99 of FaqFunction"),
    (without("Resources/FaqFunctionErrorsAlarm/Properties/AlarmActions"), "FaqFunctionErrorsAlarm notifies nobody"),
    (unwatched_follower, "no alarm watches IteratorAge"),
    (unwatched_queue, "no alarm watches ApproximateNumberOfMessagesVisible"),
    (short_lived_dead_letters, "FollowerDeadLetters is the last stop and forgets"),
    (break_the_dashboard, "Dashboard is not JSON"),
    (the_api_is_asked_before_a_deployment, "need each other in a circle"),
    (the_api_is_asked_before_a_deployment, "does not heed FaqFunctionErrorsAlarm"),
    (setting("Parameters/LocalSecrets/NoEcho", True), "a guided deploy cannot leave it empty"),
    (without("Parameters/LogLevel/Default"), "the parameter LogLevel has no default"),
    (without("Globals/Function/DeploymentPreference/Enabled"), "brings in CodeDeploy"),
    (setting("Globals/Function/DeploymentPreference/Enabled", False), "is not deployed gradually"),
    (without("Resources/FaqFunction/Properties/AutoPublishCodeSha256"), "stays when Release changes"),
]
