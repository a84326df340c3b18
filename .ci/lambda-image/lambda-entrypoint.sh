#!/bin/sh
# As in the real image: with a runtime API the client itself, otherwise SAM's emulator around it.
export _HANDLER="$1"
[ -n "$AWS_LAMBDA_RUNTIME_API" ] && exec /var/runtime/bootstrap
exec /var/rapid/aws-lambda-rie /var/runtime/bootstrap
