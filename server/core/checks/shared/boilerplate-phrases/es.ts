import type { BoilerplatePhrases } from "./phrases.ts";

export const spanishPhrases: BoilerplatePhrases = {
  share: `
    compartir | comparte | compartir artículo | compartir noticia | compartir esta noticia | comparte esta
    noticia | comparte este artículo | compartir este artículo | comparte esta nota | compartir en * |
    comparte en * | compartir en facebook | compartir en twitter | compartir en whatsapp | compartir en x |
    compartir en telegram | compartir en linkedin | compartir por correo | compartir por correo electrónico
    | compartir por email | compartir vía * | enviar por correo | enviar por correo electrónico | enviar por
    email | enviar a un amigo | imprimir | imprimir artículo | imprimir noticia | copiar enlace | copiar
    link | enlace copiado | guardar | guardar artículo | guardar noticia | escuchar | escuchar artículo |
    escuchar este artículo | escucha este artículo | tuitear | síguenos | síguenos en * | síguenos en * ** |
    siga leyendo en * | síganos en * | seguir en * | únete a nuestro canal ** | únete a nuestro canal de
    telegram | suscríbete a nuestro canal **
  `,
  "read-more": `
    leer más | lee más | leer mas | ver más | ver mas | mostrar más | cargar más | ver todo | ver todas |
    ver todos | seguir leyendo | sigue leyendo | continuar leyendo | continúa leyendo | lea también | lea
    también : ** | lee también | lee también : ** | leer también | leer también : ** | te puede interesar | te
    puede interesar : ** | le puede interesar | le puede interesar : ** | también te puede interesar | también
    te puede interesar : ** | puede interesarte | puede interesarte : ** | te recomendamos | te recomendamos :
    ** | le recomendamos | recomendados | recomendado para ti | recomendamos | vea también | vea también : **
    | ver también | ver también : ** | mira también | mira también : ** | véase también | más información |
    más información : ** | más noticias | más sobre este tema | más sobre : * | más de * | noticias
    relacionadas | artículos relacionados | contenido relacionado | temas relacionados | notas relacionadas
    | relacionado | lo más leído | lo más visto | las más leídas | los más leídos | más leídas | más leídos
    | más vistos | últimas noticias | lo último | no te pierdas | no te lo pierdas | no te pierdas : ** |
    artículo siguiente | artículo anterior | siguiente noticia | noticia anterior | etiquetas | archivado en
    | haz clic aquí para leer más | haga clic aquí para leer más | ver galería | ver fotos | ver vídeo | ver
    video | volver a la portada | lee la nota completa | leer artículo completo
  `,
  subscribe: `
    suscribirse | suscríbete | suscríbase | suscribirme | suscríbete ahora | suscríbete aquí | suscríbete
    gratis | suscríbete a nuestro boletín | suscríbete a nuestro boletín ** | suscríbete a nuestra
    newsletter | suscríbete a nuestra newsletter ** | suscríbete a * | suscríbase a nuestro boletín |
    suscríbase a nuestro boletín ** | suscríbase a * | suscríbete para seguir leyendo | suscríbete para
    continuar leyendo | boletín | boletines | newsletter | newsletters | regístrate | regístrese |
    registrarse | regístrate gratis | regístrate para continuar leyendo | recibe nuestro boletín | recibe
    nuestras noticias ** | recibe * en tu correo | recibe * en tu email | reciba * en su correo | tu correo
    electrónico | su correo electrónico | correo electrónico | introduce tu correo electrónico | ingresa tu
    correo electrónico | activar notificaciones | activa las notificaciones | descarga la app | descarga
    nuestra app | descarga nuestra app ** | descargar la aplicación | descarga la aplicación | ya eres
    suscriptor | ya soy suscriptor | ya eres suscriptor inicia sesión | eres suscriptor inicia sesión | solo
    para suscriptores | exclusivo para suscriptores | contenido exclusivo para suscriptores | este contenido
    es exclusivo para suscriptores | hazte socio | hazte socia | hazte suscriptor | apóyanos | apoya nuestro
    periodismo | donar | dona | haz una donación | prueba gratis | cancela cuando quieras | darse de baja
  `,
  cookies: `
    usamos cookies | usamos cookies ** | utilizamos cookies | utilizamos cookies ** | este sitio utiliza
    cookies | este sitio utiliza cookies ** | este sitio usa cookies | este sitio usa cookies ** | este
    sitio web utiliza cookies | este sitio web utiliza cookies ** | este sitio web usa cookies ** | esta web
    utiliza cookies | esta web utiliza cookies ** | nuestro sitio utiliza cookies ** | si continúa navegando
    ** | si continúas navegando ** | al continuar navegando ** | al navegar por este sitio ** | aceptar |
    aceptar cookies | aceptar todo | aceptar todas | aceptar todas las cookies | aceptar y continuar |
    aceptar y cerrar | rechazar | rechazar todo | rechazar todas | rechazar cookies | configurar |
    configurar cookies | configuración de cookies | gestionar cookies | política de cookies | política de
    privacidad | aviso legal | aviso de privacidad | términos y condiciones | términos de uso | condiciones
    de uso | tu privacidad es importante para nosotros | tu privacidad es importante para nosotros ** |
    valoramos tu privacidad | valoramos tu privacidad **
  `,
  advertisement: `
    publicidad | anuncio | anuncios | patrocinado | patrocinado por * | contenido patrocinado | contenido de
    marca | espacio patrocinado | la noticia continúa después de la publicidad | continúa leyendo después de
    la publicidad | el artículo continúa después del anuncio | publicidad continuar leyendo | saltar anuncio
    | omitir anuncio | saltar publicidad | cerrar anuncio | desactiva tu bloqueador de anuncios | desactiva
    tu bloqueador de anuncios ** | por qué veo este anuncio
  `,
  comments: `
    comentarios | comentario | # comentarios | # comentario | comentarios # | no hay comentarios | aún no
    hay comentarios | comentar | comenta | deja un comentario | deja tu comentario | dejar un comentario |
    dejar comentario | deje su comentario | deje un comentario | escribe un comentario | escribe tu
    comentario | añadir un comentario | añadir comentario | agregar un comentario | agregar comentario |
    publicar comentario | publicar un comentario | ver comentarios | ver los comentarios | ver todos los
    comentarios | mostrar comentarios | ocultar comentarios | leer comentarios | los comentarios están
    cerrados | comentarios cerrados | sé el primero en comentar | se el primero en comentar | únete a la
    conversación | participa en la conversación | participa en la discusión | tu dirección de correo
    electrónico no será publicada | tu dirección de correo electrónico no será publicada ** | su dirección
    de correo electrónico no será publicada ** | cancelar respuesta | responder | cancelar la respuesta |
    reportar comentario | denunciar comentario | inicia sesión para comentar | inicie sesión para comentar |
    para comentar debes estar registrado | más recientes primero | más antiguos primero | normas de
    participación | para participar en la discusión **
  `,
  "live-ticker": `
    en vivo | en directo | en vivo : ** | última hora | directo | minuto a minuto | minuto a minuto : ** |
    sigue en vivo ** | sigue en directo ** | sigue la última hora ** | síguelo en directo | noticia en
    desarrollo | noticia en desarrollo ** | en desarrollo | urgente | actualizar | habrá ampliación | más
    información en breve | en breve más información | noticia en actualización
  `,
  account: `
    iniciar sesión | inicia sesión | inicie sesión | cerrar sesión | entrar | acceder | acceso | crear
    cuenta | crear una cuenta | crea tu cuenta | mi cuenta | mi perfil | olvidé mi contraseña | olvidaste tu
    contraseña | has olvidado tu contraseña | contraseña | recordarme | no tienes cuenta | no tienes una
    cuenta | aún no tienes cuenta | ya tienes cuenta | ya tienes una cuenta | iniciar sesión con google |
    iniciar sesión con facebook | continuar con google | continuar con facebook
  `,
  navigation: `
    volver arriba | ir arriba | subir | saltar al contenido | ir al contenido | saltar al contenido
    principal | ir al contenido principal | menú | menú principal | abrir menú | cerrar menú | cerrar |
    buscar | mapa del sitio | contáctanos | quiénes somos | todos los derechos reservados | # * todos los
    derechos reservados | * todos los derechos reservados | copyright reportar un error | reportar
    error | informar de un error | has visto un error | activa javascript | por favor active javascript |
    por favor activa javascript ** | tu navegador no soporta * | su navegador no soporta * | cargando | por
    favor espere | espere por favor
  `,
};
