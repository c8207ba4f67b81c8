control=http://127.0.0.1:4010/__emulator
curl -sS -X POST $control/reset
curl -sS $control/users -H 'Content-Type: application/json' \
  -d '{ "email": "grace@example.com", "password": "a long password" }'
curl -sS $control/sessions -H 'Content-Type: application/json' \
  -d '{ "user": "grace@example.com", "token": "dvb_grace" }'
curl -sS "http://127.0.0.1:4010/v1/me/remove_password?__clerk_db_jwt=dvb_grace" \
  --data-urlencode 'current_password=a long password'
curl -sS $control/outbox
