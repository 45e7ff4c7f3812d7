### Profiles: the tabs, what they hold, editing, other eyes.

profile-profile = الملف الشخصي
profile-tab-posts = المنشورات
profile-tab-about = نبذة
profile-tab-friends = الأصدقاء
profile-tab-photos = الصور
profile-about-title = نبذة عن { $name }
profile-friends-title = أصدقاء { $name }
profile-photos-title = صور { $name }
profile-friends-count =
    { $count ->
        [zero] لا أصدقاء
        [one] صديق واحد
        [two] صديقان
        [few] { $count } أصدقاء
        [many] { $count } صديقًا
       *[other] { $count } صديق
    }
profile-more = المزيد عن { $name }
profile-photo-of = صورة { $name }
profile-photo = صورة
profile-see-all = عرض الكل
profile-intro-title = باختصار
profile-write-own = اكتب شيئًا
profile-write-to = اكتب شيئًا إلى { $name }
profile-no-posts-title = لا منشورات تُقرأ هنا
profile-no-posts-text = إما لم يُكتب شيء بعد، أو أنه موجّه إلى غيرك.
profile-no-photos-title = لا صور هنا
profile-no-photos-text = تظهر هنا صور المنشورات المشتركة معك.
profile-no-friends = لا أحد بعد.
profile-common-title = الأصدقاء المشتركون
profile-list-kept = القائمة الكاملة غير مشتركة معك.
profile-languages = اللغات
profile-languages-more = لغات أخرى
profile-languages-find = ابحث عن لغة
profile-languages-none = لا توجد لغة بهذا الاسم. يمكنك كتابتها في الأسفل.
profile-languages-named = ليست في القائمة؟
profile-languages-named-hint = اكتب اسمها كما تسميها، وافصل بين الأسماء بفواصل.
profile-languages-wrong =
    { $max ->
        [zero] يرجى كتابة أسماء اللغات بالحروف وحدها.
        [one] يرجى اختيار لغة واحدة على الأكثر، وكتابة الأسماء بالحروف وحدها.
        [two] يرجى اختيار لغتين على الأكثر، وكتابة الأسماء بالحروف وحدها.
        [few] يرجى اختيار { $max } لغات على الأكثر، وكتابة الأسماء بالحروف وحدها.
        [many] يرجى اختيار { $max } لغة على الأكثر، وكتابة الأسماء بالحروف وحدها.
       *[other] يرجى اختيار { $max } لغة على الأكثر، وكتابة الأسماء بالحروف وحدها.
    }
profile-birthday = تاريخ الميلاد
profile-birth-year = سنة الميلاد
profile-birth-year-wrong = يرجى مراجعة سنة الميلاد.
profile-day = اليوم
profile-month = الشهر
profile-joined = هنا منذ
profile-who-sees = من يراه
profile-audience-world = الجميع في كل مكان
profile-audience-community = الجميع هنا
profile-audience-friends = الأصدقاء
profile-audience-self = أنا فقط
profile-field-about = عني
profile-field-work = العمل
profile-field-school = الدراسة
profile-field-town = يقيم في
profile-field-home-town = من
profile-field-relationship = الحياة العائلية
profile-field-hobbies = الهوايات
profile-field-offers = يمكنه المساعدة في
profile-field-seeks = يبحث عن
profile-field-website = موقع إلكتروني
profile-field-email = بريد للتواصل
profile-field-phone = الهاتف
profile-field-own = سطر خاص بك
profile-own-title = العنوان
profile-own-text = نص السطر
profile-fields-hint = املأ ما تشاء. لكل سطر جمهوره.
profile-fields-too-many =
    { $max ->
        [zero] لا مكان لأسطر.
        [one] الحد سطر واحد.
        [two] الحد سطران.
        [few] الحد { $max } أسطر.
        [many] الحد { $max } سطرًا.
       *[other] الحد { $max } سطر.
    }
profile-field-needs-title = السطر الخاص يحتاج إلى عنوان.
profile-website-wrong = يبدأ الموقع بـ https://
profile-edit = تعديل الملف الشخصي
profile-show = عرض الملف الشخصي
profile-name = اسمك
profile-intro = سطر واحد عنك
profile-intro-hint = يظهر تحت اسمك ويراه كل من يرى ملفك.
profile-pronouns = ضمائر المخاطبة
profile-avatar = صورة الملف الشخصي
profile-avatar-hint = يظهر وسط الصورة داخل دائرة.
profile-cover = صورة الغلاف
profile-cover-hint = الصورة العريضة أعلى ملفك.
profile-focus = الجزء الظاهر من الغلاف
profile-focus-start = الأعلى
profile-focus-center = الوسط
profile-focus-end = الأسفل
profile-choose-photo = اختر صورة
profile-crop = الجزء الذي سيظهر
profile-crop-hint = حرّك الصورة بإصبعك أو بالفأرة أو بأسهم لوحة المفاتيح.
profile-crop-zoom = تكبير
profile-crop-bad = الجزء المختار ليس داخل الصورة. اختر الصورة من جديد.
profile-describe-photo = وصف لمن لا يراها
profile-save-photo = حفظ الصورة
profile-remove-photo = إزالة الصورة
profile-view-as = اعرضه كما يراه الآخرون
profile-view-as-them = اعرض ملفي كما يراه
profile-as-stranger = هذا ما يراه عضو ليس صديقك.
profile-as-visitor = هذا ما يراه من لم يسجّل الدخول.
profile-as-unseen = لا يجد الزوار ملفك. لا يقرؤون إلا ما كتبته للجميع في كل مكان.
profile-as-friend = هذا ما يراه { $name }.
profile-as-stranger-short = كعضو
profile-as-visitor-short = كزائر
profile-as-friend-short = كصديق
flash-profile-saved = حُفظ ملفك الشخصي.
profile-tab-albums = الألبومات
