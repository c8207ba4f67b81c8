curl 'http://127.0.0.1:4010/v1/client/sessions/sess_2xAmplePaloAlto0000000000001/verify?__clerk_db_jwt=dvb_local' \
  --data-urlencode 'level=first_factor'
