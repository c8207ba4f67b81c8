curl 'http://127.0.0.1:4010/v1/client/sessions/sess_2xAmplePaloAlto0000000000001/verify?__clerk_db_jwt=dvb_local' \
  --data-urlencode 'level=first_factor' > /dev/null
curl 'http://127.0.0.1:4010/v1/client/sessions/sess_2xAmplePaloAlto0000000000001/verify/prepare_first_factor?__clerk_db_jwt=dvb_local' \
  --data-urlencode 'strategy=email_code' \
  --data-urlencode 'email_address_id=idn_2xAmple0000000000000000001'
