curl -sS http://127.0.0.1:4010/__emulator/force \
  -H 'Content-Type: application/json' \
  -d '{ "operation": "removePassword", "code": "user_locked" }'
curl -sS 'http://127.0.0.1:4010/v1/me/remove_password?__clerk_db_jwt=dvb_local' \
  --data-urlencode 'current_password=current-password-1'
