curl -X POST 'http://127.0.0.1:4010/v1/dev_browser'
