curl 'http://127.0.0.1:4010/v1/me/remove_password?__clerk_db_jwt=dvb_local' \
  --data-urlencode 'current_password=current-password-1'
