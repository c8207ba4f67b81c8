curl 'http://127.0.0.1:4010/v1/me/change_password?__clerk_db_jwt=dvb_local' \
  --data-urlencode 'current_password=current-password-1' \
  --data-urlencode 'new_password=correct horse battery staple' \
  --data-urlencode 'sign_out_of_other_sessions=true'
