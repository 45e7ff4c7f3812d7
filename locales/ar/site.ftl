### المجتمع نفسه: صفحاته وإعداداته.

site-operator-name-missing = لم يذكر المشغّلون اسمهم بعد.
site-operator-address-missing = لم يذكر المشغّلون عنوانًا بريديًا بعد.
site-operator-email-missing = لم يذكر المشغّلون عنوان بريد إلكتروني بعد. ويصل إليهم نموذج الاتصال.
site-operator-phone-missing = لم يذكر المشغّلون رقم هاتف.
site-operator-responsible-missing = لم يسمّ المشغّلون أحدًا بعد.
site-time-zone-unknown = لا توجد منطقة زمنية كهذه. اختر واحدة من القائمة من فضلك.
site-language-missing = اختر لغة واحدة على الأقل من فضلك.
site-address-form = اكتب العنوان كما يظهر في المتصفح، بادئًا بـ http:// أو https:// ودون شيء بعد الاسم.
site-page-welcome = الترحيب
site-page-about = عن المجتمع
site-page-rules = قواعد البيت
site-page-terms = شروط الاستخدام
site-page-privacy = بيان الخصوصية
site-page-imprint = بيانات الناشر
site-page-contact = الاتصال
site-page-changed = عُدّلت في { $date }
site-page-own-elsewhere = كتب المجتمع نسخته الخاصة من هذه الصفحة بلغة أخرى:
