### ما يُرسل إلى الأعضاء: اختياراتهم، والصفحة خلف «أوقف» في الرسالة، وكيف يخرج البريد.

delivery-settings = البريد
delivery-settings-text = ما يصل إلى صندوق بريدك، وكم مرة
delivery-no-server = هذا المجتمع لا يرسل بريدًا، فلا يصل شيء. ما تختاره هنا يسري حين يبدأ الإرسال.
delivery-needs-address = تذهب الرسائل إلى عنوان بريد مؤكد، وليس لديك عنوان بعد.
delivery-own-failing = عادت رسائل إلى { $address } في الآونة الأخيرة. إن كان العنوان صحيحًا فلا شيء عليك، وإلا فاختر عنوانًا آخر.
delivery-own-stopped = عادت الرسائل إلى { $address } مرة بعد مرة، فلا يذهب إليه الآن إلا ما يخص حسابك. هل الصندوق موجود وفيه مكان؟
delivery-again = حاول من جديد
delivery-other-address = عنوان آخر
delivery-digest = ملخص ما فاتك
delivery-digest-hint = الإشعارات ومنشورات أصدقائك التي لم ترها، في الثامنة صباحًا. ولا يصل شيء إن لم يكن هناك جديد.
delivery-digest-off = أبدًا
delivery-digest-daily = كل يوم
delivery-digest-daily-hint = فقط إن لم تكن هنا في اليوم السابق
delivery-digest-weekly = كل أسبوع
delivery-only-account = الرسائل التي تخص حسابي فقط
delivery-only-account-hint = روابط الدخول، وتغيير كلمة المرور أو العنوان، والقرارات التي تخصك. هذه تصل دائمًا.
delivery-stop-title = الرسائل إليك
delivery-stop-what = ماذا نوقف؟
delivery-stop-digest = ملخص ما فاتني
delivery-stop-rest = كل شيء ما عدا الرسائل التي تخص حسابي
delivery-stop = أوقف
delivery-stopped-digest = لن يصلك الملخص بعد الآن.
delivery-stopped-rest = لن يصلك بعد الآن إلا ما يخص حسابك.
delivery-stop-rest-too = أوقف كل شيء آخر ما عدا ما يخص حسابي
delivery-resume = تراجع: أرسلوها من جديد
delivery-stop-more = يمكنك الاختيار بدقة أكبر في الإعدادات:
delivery-title = البريد
delivery-text = كيف تخرج الرسائل، وما حدث لها، وأي العناوين لا تعمل.
delivery-way = كيف يخرج البريد
delivery-server = خادم البريد
delivery-sender = المرسِل
delivery-line = الاتصال
delivery-encrypted = مشفّر.
delivery-open = غير مشفّر؛ الخادم على هذا الجهاز.
delivery-signs-in = باسم مستخدم وكلمة مرور.
delivery-no-user = لم يُحدَّد اسم مستخدم.
delivery-pace = السرعة
delivery-per-minute =
    { $count ->
        [zero] لا رسائل في الدقيقة؛ ورسائل الحسابات لا تنتظر أبدًا.
        [one] رسالة واحدة في الدقيقة على الأكثر؛ ورسائل الحسابات لا تنتظر أبدًا.
        [two] رسالتان في الدقيقة على الأكثر؛ ورسائل الحسابات لا تنتظر أبدًا.
        [few] { $count } رسائل في الدقيقة على الأكثر؛ ورسائل الحسابات لا تنتظر أبدًا.
        [many] { $count } رسالة في الدقيقة على الأكثر؛ ورسائل الحسابات لا تنتظر أبدًا.
       *[other] { $count } رسالة في الدقيقة على الأكثر؛ ورسائل الحسابات لا تنتظر أبدًا.
    }
delivery-test = أرسل إليّ رسالة تجريبية
delivery-test-hint = في سطر الأوامر تُذكر كل خطوة، وما العمل حيث تتوقف:
delivery-no-address = ليس لحسابك عنوان بريد مؤكد. أضف واحدًا في الإعدادات أولًا.
delivery-counts = ما حدث للرسائل
delivery-waiting =
    { $count ->
        [zero] لا رسائل في الانتظار.
        [one] رسالة واحدة في الانتظار.
        [two] رسالتان في الانتظار.
        [few] { $count } رسائل في الانتظار.
        [many] { $count } رسالة في الانتظار.
       *[other] { $count } رسالة في الانتظار.
    }
delivery-outcome = الرسائل
delivery-day = 24 ساعة
delivery-week = 7 أيام
delivery-sent = أُرسلت
delivery-refused = رُفضت: لا صندوق كهذا
delivery-failed = محاولات لم تنجح
delivery-held = لم تُرسل: العنوان لا يعمل
delivery-troubles = عناوين لا تعمل
delivery-troubles-text = بعد رفض متكرر على مدى أيام لا يذهب إليها إلا ما يخص الحساب. رسالة واحدة تصل تُنهي ذلك، وكذلك المحاولة من جديد.
delivery-address = العنوان
delivery-state = الحالة
delivery-answer = ما قاله خادم البريد
delivery-state-failing = مرفوض
delivery-state-stopped = متروك
delivery-records = حتى لا تُحسب الرسائل غير مرغوبة
delivery-records-text = تسأل صناديق البريد نطاق المرسِل هل يمكن أن تكون الرسالة منه. أضف هذه السجلات حيث تدير النطاق. لا يبحث Kith عنها بنفسه، والأوامر أدناه تفعل ذلك.
delivery-spf = يقول أي الخوادم ترسل باسم النطاق. إن كان السجل موجودًا فأضف الخادم إليه، إذ لا يجوز إلا سجل واحد. وقد يذكر مزوّد بريدك نصًا آخر.
delivery-dkim = فيه المفتاح الذي يوقّع به خادم بريدك الرسائل. يصنع الخادم أو مزوّده المفتاح ويعطيك الاسم والنص؛ وكلمة «selector» تقوم مقام كلمة يختارونها.
delivery-dmarc = يقول ما مصير الرسائل التي لا يصح لها أي من الاثنين، وإلى أين تذهب التقارير عنها. ولبداية حذرة اكتب p=none.
delivery-record-name = الاسم
delivery-record-value = النص
delivery-record-check = كيف تتحقق
flash-delivery-again = تذهب الرسائل إليه من جديد.
flash-delivery-test = رسالة تجريبية في طريقها إليك.
