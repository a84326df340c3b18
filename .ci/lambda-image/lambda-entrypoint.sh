#!/bin/sh
# As the real image does: behind the runtime API if there is one, else behind the emulator that SAM adds.
export _HANDLER="$1"
[ -n "$AWS_LAMBDA_RUNTIME_API" ] && exec /var/runtime/bootstrap
exec /var/rapid/aws-lambda-rie /var/runtime/bootstrap
