### العناية بالمجتمع.

admin-title = الإدارة
admin-menu = الإدارة
admin-overview = نظرة عامة
admin-members = الأعضاء
admin-stat-members =
    { $count ->
        [zero] عضو
        [one] عضو
        [two] عضوان
        [few] أعضاء
        [many] عضوًا
       *[other] عضو
    }
admin-stat-week = حضروا هذا الأسبوع
admin-stat-waiting = يطلبون الانضمام
admin-stat-messages = رسائل تنتظر الجواب
admin-one-admin = شخص واحد فقط يستطيع الاعتناء بهذا المكان. سمِّ مديرًا ثانيًا حتى لا يبقى أحد في الخارج إن فقدت كلمة المرور.
admin-health = حالة الأمور
admin-database = قاعدة البيانات
admin-mail = البريد
admin-mail-on = البريد يُرسل.
admin-mail-filed = لم يُحدد خادم بريد. لا يصل إلى الخادم إلا هذا الجهاز، لذلك تُكتب الرسائل في المجلد «mail» من أجل التجربة.
admin-mail-off = لم يُحدد خادم بريد، فلا تُرسل أي رسالة. ومن ينسى كلمة المرور يحتاج إلى رمز منك.
admin-jobs = عمل في الخلفية
admin-jobs-waiting =
    { $count ->
        [zero] لا مهام تنتظر
        [one] مهمة واحدة تنتظر
        [two] مهمتان تنتظران
        [few] { $count } مهام تنتظر
        [many] { $count } مهمة تنتظر
       *[other] { $count } مهمة تنتظر
    }
admin-dead = مهام أخفقت
admin-dead-text = جُرّبت هذه مرات كثيرة. أصلح السبب ثم جرّب مرة أخرى.
admin-dead-kind = المهمة
admin-dead-tries = المحاولات
admin-dead-discard = تجاهل
admin-dead-discard-text = تُنسى ولا تُجرَّب ثانية أبدًا. ولا تُرسل الرسائل التي فيها.
admin-dead-error = ما الخطأ
flash-admin-job-discarded = نُسيت المهمة.
flash-admin-job-retried = ستُجرَّب المهمة مرة أخرى.
approval-title = طلبات الانضمام
approval-waiting =
    { $count ->
        [zero] لا أحد ينتظر.
        [one] شخص واحد ينتظر.
        [two] شخصان ينتظران.
        [few] { $count } أشخاص ينتظرون.
        [many] { $count } شخصًا ينتظرون.
       *[other] { $count } شخص ينتظرون.
    }
approval-empty-title = لا أحد ينتظر
approval-empty-text = حين يطلب أحد الانضمام تقرأ أجوبته هنا.
approval-choose-all = اختيار الكل
approval-choose-one = اختيار { $name }
approval-choose = ضع علامة أمام شخص واحد على الأقل من فضلك.
approval-person = الشخص
approval-answers = الأجوبة
approval-asked = الطلب
approval-second = محاولة ثانية
approval-approve = أدخِل
approval-reason = سبب الرفض، يُرسل إلى الشخص
approval-reason-needed = اذكر سببًا من فضلك. يقرؤه الشخص وله أن يجيب مرة واحدة.
approval-no-proof = بلا برهان حسابي
approval-declined-title = الطلبات المرفوضة
approval-declined-text =
    { $days ->
        [zero] لا يبقى ما رُفض هنا. من يُقبل بعد ذلك يعلم بالأمر بالبريد إن كان عنوانه مؤكدًا.
        [one] يبقى ما رُفض هنا يومًا واحدًا. من يُقبل بعد ذلك يعلم بالأمر بالبريد إن كان عنوانه مؤكدًا.
        [two] يبقى ما رُفض هنا يومين. من يُقبل بعد ذلك يعلم بالأمر بالبريد إن كان عنوانه مؤكدًا.
        [few] يبقى ما رُفض هنا { $days } أيام. من يُقبل بعد ذلك يعلم بالأمر بالبريد إن كان عنوانه مؤكدًا.
        [many] يبقى ما رُفض هنا { $days } يومًا. من يُقبل بعد ذلك يعلم بالأمر بالبريد إن كان عنوانه مؤكدًا.
       *[other] يبقى ما رُفض هنا { $days } يوم. من يُقبل بعد ذلك يعلم بالأمر بالبريد إن كان عنوانه مؤكدًا.
    }
approval-declined-empty = لم يُرفض أحد مؤخرًا
approval-declined-reason = السبب المذكور
approval-after-all = إدخال رغم ذلك
flash-approval-approved = تم: صاروا في الداخل.
flash-approval-declined = رُفض. سيقرؤون السبب حين يسجلون الدخول.
admin-settings-title = إعدادات المجتمع
admin-tagline = سطر واحد عنه
admin-tagline-hint = يظهر في صفحة الترحيب.
admin-members-invite = يحق للأعضاء أن يدعوا
admin-members-invite-hint = من يشاركون منذ مدة، وبضعة أشخاص في الشهر.
admin-questions = أسئلة لمن يطلبون الانضمام
admin-questions-hint = خمسة على الأكثر. ولا يُسأل من يأتون بدعوة.
admin-question = السؤال { $number }
admin-question-required = الجواب لازم
admin-place = العنوان والوقت والعمر
admin-address-fixed = حدّده المشغّل خارج هذه الصفحات.
admin-time-zone = المنطقة الزمنية للمجتمع
admin-age = أدنى عمر للانضمام
admin-age-hint = بالسنوات؛ 0 لعدم السؤال.
admin-operator = من يدير هذا المكان
admin-operator-hint = تظهر هذه البيانات في صفحة الناشر وبيان الخصوصية. ويطلبها القانون في بلدان كثيرة.
admin-operator-name = شخص أو ناد أو شركة
admin-operator-address = العنوان البريدي
admin-operator-email = بريد إلكتروني للعموم
admin-operator-phone = الهاتف
admin-operator-responsible = المسؤول عن المحتوى
admin-operator-responsible-hint = اسم شخص وعنوانه حيث يطلب القانون ذلك.
flash-admin-saved = حُفظ.
admin-pages-title = الصفحات
admin-pages-text = لكل صفحة نص بكل لغة. غيّر ما ينبغي أن يُقال بطريقة أخرى.
admin-pages-page = الصفحة
admin-pages-own = نص خاص
admin-page-title = تعديل الصفحة
admin-page-own = نصكم الخاص
admin-page-shipped = النص الذي جاء مع البرنامج
admin-page-heading = العنوان
admin-page-body = النص
admin-page-hint = ماركداون: ‎##‎ للعناوين و‎-‎ للقوائم و‎**‎ للخط العريض و‎[كلمات](عنوان)‎ للروابط. والكلمات بين القوسين المعقوفين، كاسم المجتمع، تُملأ من تلقاء نفسها.
admin-page-preview = معاينة
admin-page-revert = ارجع إلى النص الأصلي
admin-page-revert-text = سيزول نصكم الخاص لهذه الصفحة بهذه اللغة.
flash-admin-page-saved = حُفظت الصفحة.
flash-admin-page-reverted = عاد النص الأصلي.
admin-inbox-title = الرسائل
admin-inbox-text = ما كتبه الناس عبر نموذج الاتصال.
admin-inbox-open = تنتظر
admin-inbox-handled = تمت
admin-inbox-member = عضو
admin-inbox-handle = علّم كمنجزة
admin-inbox-reopen = علّم كمنتظرة
admin-inbox-empty = لا رسائل هنا
admin-inbox-empty-text = نموذج الاتصال مفتوح للجميع، بحساب أو دونه.
admin-log-title = السجل
admin-log-text = من فعل ماذا من الفريق، الأحدث أولًا.
admin-log-empty = لم يحدث شيء بعد
admin-log-when = متى
admin-log-who = من
admin-log-what = ماذا
admin-log-program = البرنامج
log-setup = إعداد المجتمع
log-settings = تغيير الإعدادات
log-page-saved = تغيير صفحة
log-page-reverted = إرجاع صفحة إلى نصها الأصلي
log-invite-revoked = سحب دعوة لغيره
log-approved = إدخال شخص
log-declined = رفض طلب
log-message-handled = تعليم رسالة كمنجزة
log-message-reopened = تعليم رسالة كمنتظرة
log-job-discarded = تجاهل مهمة أخفقت
log-job-retried = إعادة مهمة أخفقت
log-role = تغيير دور شخص
log-suspended = إيقاف حساب
log-unsuspended = رفع الإيقاف عن حساب
log-recovery-code = إعطاء رمز استرجاع
log-messages-looked = الاطلاع على رسائل مُبلَّغ عنها
log-mail-again = السماح بالرسائل إلى عنوان من جديد
